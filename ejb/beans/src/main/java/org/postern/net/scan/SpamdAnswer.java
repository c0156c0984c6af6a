package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer to SYMBOLS (SpamAssassin, spamd/PROTOCOL), read strictly: a status line, at most {@value #MOST_FIELDS} fields, an empty line, and
 * as many octets as Content-length says, at most {@value #MOST_OCTETS}.
 *
 * @param code 0 for success; otherwise there is nothing but the text (sysexits(3))
 * @param text of the status line
 * @param spam whether it counts as spam there
 * @param score of the whole
 * @param threshold from which it is spam
 * @param symbols the names of what was found
 */
record SpamdAnswer(int code, String text, boolean spam, double score, double threshold, List<String> symbols) {
    private static final int MOST_LINE = 1000;
    private static final int MOST_FIELDS = 20;
    private static final int MOST_OCTETS = 65_536;
    private static final int LONGEST_NUMBER = 12;
    private static final int LONGEST_SYMBOL = 100;

    static SpamdAnswer read(ScannerSocket socket) throws ScannerFault, InterruptedException {
        String status = line(socket);
        String[] words = status.split(" ", 3);
        if (words.length != 3 || !words[0].matches("SPAMD/[0-9]{1,3}\\.[0-9]{1,3}")
                || !words[1].matches("[0-9]{1,3}")) {
            throw nonsense(status);
        }
        int code = Integer.parseInt(words[1]);
        if (code != 0) {
            return new SpamdAnswer(code, words[2], false, 0, 0, List.of());
        }
        Map<String, String> fields = fields(socket);
        String verdict = field(fields, "spam");
        String[] parts = verdict.split(" ", -1);
        if (parts.length != 5 || !parts[1].equals(";") || !parts[3].equals("/")) {
            throw nonsense(verdict);
        }
        return new SpamdAnswer(code, words[2], flag(parts[0]), number(parts[2]), number(parts[4]),
                symbols(socket, field(fields, "content-length")));
    }

    private static ScannerFault nonsense(String text) {
        return new ScannerFault(ScannerFault.NONE_BUT.with(text));
    }

    private static String line(ScannerSocket socket) throws ScannerFault, InterruptedException {
        String line = new String(socket.until('\n', MOST_LINE), US_ASCII);
        if (!line.endsWith("\r")) {
            throw nonsense(line);
        }
        return line.substring(0, line.length() - 1);
    }

    private static Map<String, String> fields(ScannerSocket socket) throws ScannerFault, InterruptedException {
        Map<String, String> fields = new HashMap<>();
        for (String line = line(socket); !line.isEmpty(); line = line(socket)) {
            int colon = line.indexOf(": ");
            if (colon <= 0 || fields.size() == MOST_FIELDS || fields.putIfAbsent(
                    line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2).strip()) != null) {
                throw nonsense(line);
            }
        }
        return fields;
    }

    private static String field(Map<String, String> fields, String name) throws ScannerFault {
        if (!fields.containsKey(name)) {
            throw new ScannerFault(ScannerFault.WITHOUT.with(name));
        }
        return fields.get(name);
    }

    private static boolean flag(String word) throws ScannerFault {
        return switch (word) {
            case "True", "Yes" -> true;
            case "False", "No" -> false;
            default -> throw nonsense(word);
        };
    }

    private static double number(String text) throws ScannerFault {
        if (text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]{1,6}(\\.[0-9]{1,4})?")) {
            throw nonsense(text);
        }
        return Double.parseDouble(text);
    }

    private static List<String> symbols(ScannerSocket socket, String length) throws ScannerFault, InterruptedException {
        if (!length.matches("[0-9]{1,6}") || Integer.parseInt(length) > MOST_OCTETS) {
            throw new ScannerFault(ScannerFault.OF_OCTETS.with(String.valueOf(length)));
        }
        String text = new String(socket.exactly(Integer.parseInt(length)), US_ASCII).strip();
        List<String> symbols = new ArrayList<>();
        if (!text.isEmpty()) {
            symbols.addAll(Arrays.asList(text.split(",", -1)));
        }
        for (String symbol : symbols) {
            if (!isSymbol(symbol)) {
                throw nonsense(symbol);
            }
        }
        return List.copyOf(symbols);
    }

    private static boolean isSymbol(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_SYMBOL && text.chars()
                .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_');
    }
}
