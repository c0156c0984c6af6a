package org.postern.cli.show;

import jakarta.json.JsonObject;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is printed: for a person at a terminal tables with headings; for whatever else reads it a line for each, its words with a tab between them.
 */
public final class Screen {
    private static final String GAP = "  ";
    private final PrintStream out;
    private final boolean people;

    public Screen(PrintStream out, boolean people) {
        this.out = out;
        this.people = people;
    }

    /** {@return whether a person looks at it} */
    public boolean isForPeople() {
        return people;
    }

    public void table(Columns columns, List<JsonObject> lines) {
        List<List<String>> rows = new ArrayList<>();
        if (people && !lines.isEmpty()) {
            rows.add(columns.headers());
        }
        lines.forEach(line -> rows.add(columns.of(line)));
        if (people) {
            aligned(rows).forEach(out::println);
        } else {
            rows.forEach(row -> out.println(String.join("\t", row)));
        }
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> widths = IntStream.range(0, columns)
                .mapToObj(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
                .toList();
        return rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column -> row.get(column) + " ".repeat(widths.get(column) - width(row.get(column))))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Prints words of one line, with a tab between them. */
    public void words(String... words) {
        out.println(Stream.of(words).map(Printable::word).collect(Collectors.joining("\t")));
    }

    /** Prints text of one or many lines. */
    public void text(String text) {
        out.println(Printable.lines(text));
    }

    public void json(JsonObject answer) {
        out.println(Printable.json(answer.toString()));
    }

    /** Prints octets that others have written: as they are where a program reads them; for a person what a terminal would obey is made visible. */
    public void octets(InputStream octets) throws IOException {
        if (people) {
            PrintStream buffered = new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
            Printable.print(new BufferedReader(new InputStreamReader(octets, StandardCharsets.UTF_8)), buffered);
            buffered.flush();
        } else {
            octets.transferTo(out);
        }
    }

    /** {@return where octets go as they are, which are our own} */
    public PrintStream octets() {
        return out;
    }

    public void flush() {
        out.flush();
    }
}
