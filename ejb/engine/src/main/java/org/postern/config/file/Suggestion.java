package org.postern.config.file;

import org.postern.sentence.Sentence;

import java.util.List;

/** What somebody may have meant who wrote a name that does not exist. */
final class Suggestion {
    private static final Sentence.Form UNKNOWN = Sentence.form("unknownX",
            "unknown: {0}");
    private static final Sentence.Form MEANT = Sentence.form("unknownXIsXMeant",
            "unknown: {0}; is {1} meant?");
    /** Letters that may be wrong. */
    private static final int MAX_DISTANCE = 3;

    private Suggestion() {}

    static Sentence unknown(String name, List<String> known) {
        String best = "";
        int least = MAX_DISTANCE + 1;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? UNKNOWN.with(name) : MEANT.with(name, best);
    }

    /** Levenshtein's, row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
