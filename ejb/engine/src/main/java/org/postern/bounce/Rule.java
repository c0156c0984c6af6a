package org.postern.bounce;

import org.postern.smtp.EnhancedStatus;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the rules.
 *
 * @param verdict the class of what the rule matches
 * @param code a reply code ({@code 552}), a status ({@code 5.1.1}; {@code x.1.1} in any class, {@code x.7.*} with any detail), or
 *        {@code *} for any
 * @param words what the text has to say
 */
record Rule(BounceClass verdict, String code, WordPattern words) {
    private static final String ANY = "*";

    /**
     * {@return the rule on this line: class, code and, if any, words}
     *
     * @throws IllegalArgumentException when it is none
     */
    static Rule parse(String line) {
        String[] columns = line.strip().split("\\s+", 3);
        if (columns.length < 2 || !columns[1].matches("\\*|[45]\\d\\d|[45x]\\.\\d{1,3}\\.(\\d{1,3}|\\*)")) {
            throw new IllegalArgumentException("not a rule: " + line);
        }
        BounceClass verdict = BounceClass.valueOf(columns[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Rule(verdict, columns[1], WordPattern.parse(columns.length < 3 ? "" : columns[2]));
    }

    /** @param text in normal form */
    boolean matches(int replyCode, Optional<EnhancedStatus> status, String text) {
        return matches(replyCode, status) && words.isIn(text);
    }

    private boolean matches(int replyCode, Optional<EnhancedStatus> status) {
        return code.equals(ANY) || code.equals(Integer.toString(replyCode)) || status.filter(this::matches).isPresent();
    }

    private boolean matches(EnhancedStatus status) {
        String ofSubject = "." + status.subject() + ".";
        return code.equals(status.toString()) || code.equals("x" + ofSubject + status.detail())
                || code.equals(status.statusClass() + ofSubject + ANY) || code.equals("x" + ofSubject + ANY);
    }
}
