package org.postern.content.attachment;

/**
 * Something found in a file that a message brings.
 *
 * @param suspicion what it is
 * @param evidence of what and where, for a person, such as {@code a.zip/b.exe: application/x-dosexec}; at most {@value #LONGEST} characters,
 *        control characters and those that change the direction of writing shown as U+ and their number
 */
public record Finding(Suspicion suspicion, String evidence) {
    /** The longest evidence. */
    public static final int LONGEST = 200;

    public Finding {
        evidence = printable(evidence);
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (Names.isHiding(c) || Character.getType(c) == Character.SURROGATE) {
                printable.append("<U+%04X>".formatted(c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.length() > LONGEST ? printable.substring(0, LONGEST - 1) + '…' : printable.toString();
    }
}
