package org.postern.cli.operate;

import org.postern.cli.show.Screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a gateway is not ready, the cause before what follows from it. */
final class Explanation {
    private static final Pattern IN_USE = Pattern.compile("Address already in use .*/([0-9a-f.:]*)");
    private static final int MOST_REASONS = 20;
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_ERRORS = 6;
    private static final int LONGEST_ERROR = 240;

    private final Path log;
    private final long first;

    /** @param first the line of the log with which the start begins, from 1 */
    Explanation(Path log, long first) {
        this.log = log;
        this.first = first;
    }

    void tell(String reasons, Screen screen) {
        List<LogLine> lines = lines();
        String inUse = lines.stream()
                .flatMap(line -> IN_USE.matcher(line.text()).results().map(found -> found.group(1)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        if (!inUse.isEmpty()) {
            screen.text("Not started: something else listens on " + inUse + " (see --http-port, --management-port)");
            return;
        }
        screen.text("Not ready:");
        reasons.lines().limit(MOST_REASONS).map(line -> cut(line, LONGEST_REASON)).forEach(screen::text);
        List<String> errors = lines.stream()
                .filter(LogLine::isError)
                .limit(MOST_ERRORS)
                .map(line -> cut(line.text(), LONGEST_ERROR))
                .toList();
        errors.forEach(screen::text);
        if (errors.isEmpty()) {
            screen.text("There is no error in " + log + ".");
        }
    }

    private List<LogLine> lines() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.skip(first - 1)
                    .map(LogLine::of)
                    .filter(line -> line.isError() || IN_USE.matcher(line.text()).find())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String cut(String line, int length) {
        return line.substring(0, Math.min(line.length(), length));
    }
}
