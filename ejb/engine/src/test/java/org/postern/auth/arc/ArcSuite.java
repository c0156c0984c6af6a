package org.postern.auth.arc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cases of {@code arc-validation-tests.yml}. Reads as much of YAML as that file has, and no more. */
public final class ArcSuite {
    /**
     * One case.
     *
     * @param message its lines end with CRLF
     * @param cv as the suite has it: {@code Pass}, {@code Fail}, {@code None}, or nothing where a seal says that the chain had ended
     * @param records the texts of the DNS, by name
     */
    public record Case(String name, String message, String cv, Map<String, String> records) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Case> cases = new ArrayList<>();
    private final Map<String, String> records = new HashMap<>();
    private final List<Map<String, String>> tests = new ArrayList<>();
    private final List<String> lines;
    private int at;

    private ArcSuite(List<String> lines) {
        this.lines = lines;
    }

    /** {@return all of them, in the order of the file} */
    public static List<Case> cases() throws IOException {
        try (InputStream file = Objects
                .requireNonNull(ArcSuite.class.getResourceAsStream("arc-validation-tests.yml"))) {
            ArcSuite suite = new ArcSuite(
                    new String(file.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList());
            suite.read();
            return suite.cases;
        }
    }

    private void read() {
        boolean inRecords = false;
        while (at < lines.size()) {
            String line = lines.get(at++);
            if (line.startsWith("---")) {
                end();
            } else if (!line.startsWith(" ")) {
                inRecords = line.startsWith("txt-records:");
            } else if (indent(line) == 2 && line.contains(":")) {
                String key = line.substring(2, line.indexOf(':'));
                if (inRecords) {
                    records.put(key, String.join(" ", block(4)));
                } else {
                    tests.add(new HashMap<>(Map.of("name", key)));
                }
            } else if (indent(line) == 4 && !tests.isEmpty()) {
                field(line);
            }
        }
        end();
    }

    private void field(String line) {
        String value = line.substring(line.indexOf(':') + 1).strip();
        tests.getLast().put(line.substring(4, line.indexOf(':')), value.equals("|") ? text(block(6)) : value);
    }

    private static String text(List<String> block) {
        return block.isEmpty() ? "" : String.join("\r\n", block) + "\r\n";
    }

    /** {@return the lines that follow, which are further to the right, without the empty ones behind them} */
    private List<String> block(int indent) {
        List<String> block = new ArrayList<>();
        while (at < lines.size() && (lines.get(at).isBlank() || indent(lines.get(at)) >= indent)) {
            String line = lines.get(at++);
            block.add(line.length() < indent ? "" : line.substring(indent));
        }
        while (!block.isEmpty() && block.getLast().isEmpty()) {
            block.removeLast();
        }
        return block;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private void end() {
        Map<String, String> zone = Map.copyOf(records);
        tests.forEach(test -> cases.add(new Case(test.get("name"), test.get("message"), test.get("cv"), zone)));
        tests.clear();
        records.clear();
    }
}
