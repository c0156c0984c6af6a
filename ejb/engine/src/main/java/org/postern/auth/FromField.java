package org.postern.auth;

import org.postern.mail.Mailbox;
import org.postern.smtp.wire.MailboxParser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses in a From field (RFC 5322, 3.4 and 3.6.2; RFC 6532; RFC 6854). Understands display names, quoted strings, comments and
 * groups; says so when it does not understand, rather than guess what somebody else would read.
 */
public final class FromField {
    private static final int MOST = 100;
    private static final int DEEPEST = 20;
    /** Of an address (RFC 5321, 4.5.3.1), in octets that its characters may be. */
    private static final int LONGEST = 320;

    private final String text;
    private final List<Mailbox> found = new ArrayList<>();
    /** The address or display name being read, without comments; the address in angle brackets, if there was one. */
    private final StringBuilder word = new StringBuilder();
    private Optional<String> angle = Optional.empty();
    /** Whether an at sign stands in the word outside quotes: in a display name some would take that for the address. */
    private boolean atSign;
    private int at;

    private FromField(String text) {
        this.text = text;
    }

    /** {@return the addresses, at least one; empty if the field has none or is not understood} */
    public static Optional<List<Mailbox>> mailboxes(String body) {
        FromField field = new FromField(body);
        return field.read() && !field.found.isEmpty() ? Optional.of(List.copyOf(field.found)) : Optional.empty();
    }

    /** {@return what somebody might take for an address in a field that is not understood, a hundred at most} */
    public static List<Mailbox> likeAddresses(String body) {
        List<Mailbox> like = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= body.length() && like.size() < MOST; end++) {
            if (end == body.length() || body.charAt(end) <= ' ' || "<>()[]\",;:".indexOf(body.charAt(end)) >= 0) {
                String word = body.substring(start, end);
                if (word.indexOf('@') > 0 && word.length() <= LONGEST) {
                    MailboxParser.parseInternational(word).toOptional().ifPresent(like::add);
                }
                start = end + 1;
            }
        }
        return like;
    }

    private boolean read() {
        boolean understood = true;
        while (understood && at < text.length()) {
            char c = text.charAt(at);
            understood = switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ':' -> group();
                case ',', ';' -> end();
                case ')', '>' -> false;
                default -> plain(c);
            };
        }
        return understood && end();
    }

    private boolean plain(char c) {
        at++;
        word.append(c);
        atSign |= c == '@';
        return angle.isEmpty() || Character.isWhitespace(c);
    }

    private boolean quoted() {
        int start = at;
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                at++;
                word.append(text, start, at);
                return angle.isEmpty();
            }
        }
        return false;
    }

    private boolean comment() {
        int depth = 0;
        for (; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\\' -> at++;
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {
                    // a comment says nothing
                }
            }
            if (depth == 0) {
                at++;
                word.append(' ');
                return true;
            }
            if (depth > DEEPEST) {
                return false;
            }
        }
        return false;
    }

    private boolean angle() {
        int close = text.indexOf('>', at);
        if (close < 0 || angle.isPresent() || atSign) {
            return false;
        }
        angle = Optional.of(text.substring(at + 1, close).strip());
        at = close + 1;
        return true;
    }

    /** What stood before the colon was the group's name. */
    private boolean group() {
        at++;
        word.setLength(0);
        return angle.isEmpty() && !atSign;
    }

    private boolean end() {
        at++;
        String address = angle.orElse(word.toString().strip());
        word.setLength(0);
        angle = Optional.empty();
        atSign = false;
        if (address.isEmpty()) {
            return true;
        }
        Optional<Mailbox> mailbox = MailboxParser.parseInternational(address).toOptional();
        mailbox.ifPresent(found::add);
        return mailbox.isPresent() && found.size() <= MOST;
    }
}
