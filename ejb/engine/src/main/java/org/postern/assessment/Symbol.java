package org.postern.assessment;

import java.util.regex.Pattern;

/**
 * One thing that a check has found.
 *
 * @param name what it is, such as {@code CLIENT_NAME}: capital letters, digits and underscores, a letter first, at most 64 characters
 * @param weight how much it speaks against the mail; negative if it speaks for it, 0 if it is only worth knowing
 * @param evidence what was seen, for a person, at most {@value #LONGEST_EVIDENCE} characters, control characters and halves of surrogate pairs replaced; may be empty
 */
public record Symbol(String name, double weight, String evidence) {
    /** The longest evidence that is kept; the rest is cut off. */
    public static final int LONGEST_EVIDENCE = 200;
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    public Symbol {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a symbol: " + name);
        }
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("the weight of " + name + " is no number: " + weight);
        }
        evidence = printable(evidence);
    }

    /** {@return something that is only worth knowing} */
    public static Symbol noted(String name, String evidence) {
        return new Symbol(name, 0, evidence);
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), LONGEST_EVIDENCE));
        text.chars()
                .limit(LONGEST_EVIDENCE)
                .forEach(c -> printable
                        .append(Character.isISOControl(c) || Character.isSurrogate((char) c) ? '?' : (char) c));
        return printable.toString();
    }
}
