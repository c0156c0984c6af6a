package org.postern.store;

import org.postern.event.Event;
import org.postern.event.HeaderFacts;

import java.util.ArrayList;
import java.util.List;

/** Text from outside, no longer than its column. What an attacker makes too long is cut, not refused: the rest is true. */
public final class Bounded {
    static final int ADDRESS = 512;
    static final int TEXT = 2000;
    static final int LIST = 65_536;
    static final int REFERENCE = 64;
    private static final char REPLACEMENT = '\uFFFD';

    private Bounded() {}

    public static String address(String value) {
        return cut(value, ADDRESS);
    }

    public static String text(String value) {
        return cut(value, TEXT);
    }

    static List<String> list(List<String> addresses) {
        List<String> bounded = new ArrayList<>(addresses.size());
        int length = 0;
        for (String address : addresses) {
            String cut = address(address);
            length += cut.length() + 1;
            if (length > LIST) {
                break;
            }
            bounded.add(cut);
        }
        return bounded;
    }

    public static Event event(Event event) {
        return new Event(reference(event.id()), event.at(), event.kind(), event.queueId(),
                event.session().map(Bounded::reference), event.reversePath().map(Bounded::address),
                list(event.recipients()), event.peer().map(Bounded::address), event.destination().map(Bounded::address),
                event.reply().map(Bounded::text), event.size(), event.detail().map(Bounded::text), event.assessment(),
                header(event.header()));
    }

    private static HeaderFacts header(HeaderFacts facts) {
        return facts.equals(HeaderFacts.NONE)
                ? facts
                : new HeaderFacts(facts.messageId().map(id -> cut(id, HeaderFacts.ID_LENGTH)),
                        facts.subject().map(subject -> cut(subject, HeaderFacts.SUBJECT_LENGTH)));
    }

    public static String reference(String value) {
        return cut(value, REFERENCE);
    }

    /** {@return the text without control characters, no longer than this} */
    public static String shown(String value, int longest) {
        return cut(value.substring(0, Math.min(value.length(), 2 * longest)).replaceAll("\\p{Cntrl}", " "), longest);
    }

    private static String cut(String value, int length) {
        int end = Math.min(value.length(), length);
        for (int i = 0; i < end; i++) {
            if (isUnstorable(value.charAt(i))) {
                return replaced(value, end);
            }
        }
        return end == value.length() ? value : value.substring(0, end);
    }

    /** PostgreSQL takes neither NUL nor half a surrogate pair. */
    private static boolean isUnstorable(char c) {
        return c == '\0' || Character.isSurrogate(c);
    }

    private static String replaced(String value, int end) {
        StringBuilder text = new StringBuilder(end);
        int at = 0;
        while (at < value.length() && text.length() < end) {
            int codePoint = value.codePointAt(at);
            boolean whole = codePoint != 0
                    && !(codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint))
                    && text.length() + Character.charCount(codePoint) <= end;
            text.appendCodePoint(whole ? codePoint : REPLACEMENT);
            at += Character.charCount(codePoint);
        }
        return text.toString();
    }
}
