package org.postern.scan;

/**
 * One thing that a scanner has found.
 *
 * @param name as the scanner calls it, in printable ASCII, at most {@value #LONGEST_NAME} characters; others are replaced
 * @param weight how much it speaks against the mail; negative if it speaks for it, 0 if it is only worth knowing; within ±{@value #HEAVIEST}
 * @param evidence what was seen, for a person, at most {@value #LONGEST_EVIDENCE} characters; may be empty
 */
public record Finding(String name, double weight, String evidence) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_EVIDENCE = 200;
    public static final int HEAVIEST = 1_000_000;

    public Finding {
        if (name.isEmpty() || !(Math.abs(weight) <= HEAVIEST)) {
            throw new IllegalArgumentException("a finding has a name, and a weight within " + HEAVIEST);
        }
        name = printable(name, LONGEST_NAME);
        evidence = printable(evidence, LONGEST_EVIDENCE);
    }

    /** {@return something that is only worth knowing} */
    public static Finding noted(String name, String evidence) {
        return new Finding(name, 0, evidence);
    }

    /** {@return the beginning of what others have written, at most so many characters, what is no printable ASCII as question marks} */
    public static String printable(String text, int longest) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), longest));
        text.chars().limit(longest).forEach(c -> printable.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return printable.toString();
    }
}
