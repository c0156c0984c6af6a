package org.postern.event;

import java.util.Optional;

/**
 * What people tell a message by, of its header section (RFC 5322, 3.6.4 and 3.6.5). Strangers write it: it is bounded here, and text to
 * whoever shows it.
 *
 * @param messageId without its angle brackets, at most {@link #ID_LENGTH} characters; never empty
 * @param subject decoded, on one line, at most {@link #SUBJECT_LENGTH} characters; never empty
 */
public record HeaderFacts(Optional<String> messageId, Optional<String> subject) {
    /** The longest Message-ID that is kept; the rest is cut off. */
    public static final int ID_LENGTH = 250;
    /** The longest Subject that is kept; the rest is cut off. */
    public static final int SUBJECT_LENGTH = 200;
    /** Of a step that says nothing of it. */
    public static final HeaderFacts NONE = new HeaderFacts(Optional.empty(), Optional.empty());

    public HeaderFacts {
        messageId = messageId.map(id -> bare(oneLine(id, ID_LENGTH))).filter(id -> !id.isEmpty());
        subject = subject.map(text -> oneLine(text, SUBJECT_LENGTH)).filter(text -> !text.isEmpty());
    }

    /** {@return the Message-ID as it is kept and sought: without white space and angle brackets around it} */
    public static String bare(String id) {
        String stripped = id.strip();
        boolean bracketed = stripped.length() > 1 && stripped.startsWith("<") && stripped.endsWith(">");
        return bracketed ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
    }

    private static String oneLine(String text, int longest) {
        String cut = text.substring(0, Math.min(text.length(), 2 * longest));
        StringBuilder line = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        String stripped = line.toString().strip();
        return stripped.substring(0, Math.min(stripped.length(), longest)).strip();
    }
}
