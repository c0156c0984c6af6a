package org.postern.it.times;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * The test classes that took longest, of all modules, by the reports that Surefire and Failsafe have written; printed at the end of the
 * build: {@code SlowestClasses ROOT START}, the folder of the build and the instant of its start in ISO 8601. Older reports are of other
 * builds and do not count.
 */
public final class SlowestClasses {
    private static final int MANY = 20;
    /** {@code resource-adapter/smtp/target/surefire-reports/TEST-x.xml}. */
    private static final int DEPTH = 5;

    private record Times(String name, double seconds, int tests) {}

    private SlowestClasses() {}

    /** Prints the table; nothing where there is no report. */
    public static void main(String[] arguments) {
        System.out.print(table(Path.of(arguments[0]), Instant.parse(arguments[1])));
    }

    /** {@return the table, a line each; empty where there is no report} */
    static String table(Path root, Instant start) {
        List<Times> all = reports(root, start).stream().map(SlowestClasses::read).toList();
        if (all.isEmpty()) {
            return "";
        }
        Times sum = new Times("all " + all.size() + " classes", all.stream().mapToDouble(Times::seconds).sum(),
                all.stream().mapToInt(Times::tests).sum());
        Stream<Times> slowest = all.stream().sorted(Comparator.comparingDouble(Times::seconds).reversed()).limit(MANY);
        return "The slowest test classes (several run at a time):%nseconds tests%n".formatted()
                + Stream.concat(slowest, Stream.of(sum)).map(SlowestClasses::line).collect(Collectors.joining());
    }

    private static String line(Times times) {
        return String.format(Locale.ROOT, "%7.1f %5d %s%n", times.seconds(), times.tests(), times.name());
    }

    private static List<Path> reports(Path root, Instant start) {
        try (Stream<Path> files = Files.find(root, DEPTH, (file, about) -> isReport(file)
                && !about.lastModifiedTime().toInstant().isBefore(start))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
    }

    private static Times read(Path report) {
        try {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            return new Times(suite.getAttribute("name"), Double.parseDouble(suite.getAttribute("time")),
                    Integer.parseInt(suite.getAttribute("tests")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(report.toString(), e);
        }
    }
}
