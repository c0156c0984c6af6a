package org.postern.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An SMTP reply (RFC 5321, 4.2). A code and an enhanced status of different classes cannot be paired (RFC 2034, 4).
 *
 * @param code 200 to 599
 * @param status the enhanced status, absent where none is due (220, 221 before EHLO, 250 to EHLO, 334, 354)
 * @param lines the text, at least one line, without code, status and line end
 */
public record Reply(int code, Optional<EnhancedStatus> status, List<String> lines) {
    /** The most text on a line: 512 octets less code, separator, status, space and CRLF (RFC 5321, 4.5.3.1.5). */
    public static final int MAX_TEXT = 512 - 4 - 10 - 2;

    public Reply {
        lines = List.copyOf(lines);
        if (code < 200 || code > 599 || lines.isEmpty()) {
            throw new IllegalArgumentException("a reply has a code of 200 to 599 and at least one line");
        }
        if (status.isPresent() && status.get().statusClass() != code / 100) {
            throw new IllegalArgumentException(
                    "code " + code + " and status " + status.get() + " contradict each other");
        }
        for (String line : lines) {
            if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a reply line cannot hold a line end");
            }
        }
    }

    /** {@return a one-line reply with an enhanced status written as {@code x.y.z}} */
    public static Reply of(int code, String status, String text) {
        String[] parts = status.split("\\.", 3);
        return new Reply(code, Optional.of(new EnhancedStatus(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]))), List.of(text));
    }

    /** {@return a one-line reply without an enhanced status} */
    public static Reply of(int code, String text) {
        return new Reply(code, Optional.empty(), List.of(text));
    }

    /**
     * {@return the same refusal as a session gives it: with an enhanced status, and with the name of the session at the end, by
     * which a person finds it in the trace}
     *
     * @param reference of the session
     */
    public Reply signed(String reference) {
        List<String> signed = new ArrayList<>(lines);
        String last = signed.removeLast();
        String mark = "[ref " + reference + "]";
        if (last.length() + mark.length() < MAX_TEXT) {
            signed.add(last.isEmpty() ? mark : last + " " + mark);
        } else {
            signed.add(last);
            signed.add(mark);
        }
        return new Reply(code, status.or(() -> Optional.of(new EnhancedStatus(code / 100, 0, 0))), signed);
    }

    public boolean isPositive() {
        return code < 400;
    }

    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    public boolean isPermanent() {
        return code >= 500;
    }

    /** {@return code, status and text on one line, as it is shown to people and put into reports} */
    @Override
    public String toString() {
        return code + " " + status.map(s -> s + " ").orElse("") + String.join(" / ", lines);
    }
}
