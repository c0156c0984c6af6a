package org.postern.event;

import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final String OPENING = "< ";
    private static final String CLOSING = "> ";
    /** By which a stranger writes what reads otherwise than it is. */
    private static final Pattern TURNING = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    /** Of a step that says nothing of it. */
    public static final HeaderFacts NONE = new HeaderFacts(Optional.empty(), Optional.empty());

    public HeaderFacts {
        messageId = messageId.map(HeaderFacts::keptId).filter(id -> !id.isEmpty());
        subject = subject.map(HeaderFacts::keptSubject).filter(text -> !text.isEmpty());
    }

    /** {@return a Message-ID as it is kept and sought: without the angle brackets around it, and then cut} */
    public static String keptId(String id) {
        return bare(cut(bare(oneLine(id, ID_LENGTH)), ID_LENGTH));
    }

    private static String bare(String id) {
        int begin = 0;
        int end = id.length();
        while (begin < end && OPENING.indexOf(id.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && CLOSING.indexOf(id.charAt(end - 1)) >= 0) {
            end--;
        }
        return id.substring(begin, end);
    }

    /** {@return a Subject, or words of one, as they are kept and sought: with one space where there is white space, and then cut} */
    public static String keptSubject(String text) {
        return cut(oneLine(text, SUBJECT_LENGTH), SUBJECT_LENGTH);
    }

    /** Room for white space that is left out, and for brackets. */
    private static String oneLine(String text, int longest) {
        if (isPlain(text) && text.length() <= longest) {
            return text.strip();
        }
        String straight = TURNING.matcher(cut(text, 4 * longest)).replaceAll("");
        return WHITE_SPACE.matcher(straight).replaceAll(" ").strip();
    }

    /** {@return whether there is nothing in it to look at twice, as in nearly every message: ASCII without controls, and no two spaces in a row} */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }
}
