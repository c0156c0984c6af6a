package org.postern.net.scan;

import org.postern.scan.Finding;
import org.postern.scan.Wish;
import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a milter decides about a message, or one recipient. */
final class MilterReplies {
    /** One line, without repetitions inside repetitions. */
    private static final Pattern REPLY = Pattern
            .compile("([45][0-9]{2})(?:[ -](?:([45])\\.([0-9]{1,3})\\.([0-9]{1,3})(?: |$))?(.*))?");
    private static final int LONGEST = 400;
    private static final int LONGEST_TEXT = 200;
    /** It would close a session in which others' mail may follow. */
    private static final int CLOSING = 421;
    private static final int LATER = 451;

    private MilterReplies() {}

    /** {@return what it wants done; empty where it says no such thing} */
    static Optional<Wish> wish(MilterWire.Packet packet) {
        return switch (packet.command()) {
            case 'r' -> Optional.of(new Wish.Reject(Optional.empty()));
            case 't', 'f', '4' -> Optional.of(new Wish.Defer(Optional.empty()));
            case 'd' -> Optional.of(new Wish.Discard());
            case 'y' -> reply(packet.text());
            default -> Optional.empty();
        };
    }

    /** Of several lines the first counts. */
    private static Optional<Wish> reply(String text) {
        String line = Finding.printable(text.lines().findFirst().orElse(""), LONGEST);
        Matcher parts = REPLY.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int said = Integer.parseInt(parts.group(1));
        int code = said == CLOSING ? LATER : said;
        Optional<EnhancedStatus> status = Optional.ofNullable(parts.group(2))
                .map(Integer::valueOf)
                .filter(statusClass -> statusClass == code / 100)
                .map(statusClass -> new EnhancedStatus(statusClass, Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4))));
        Reply reply = new Reply(code, status,
                List.of(Finding.printable(Optional.ofNullable(parts.group(5)).orElse(""), LONGEST_TEXT)));
        return Optional.of(reply.isTransient()
                ? new Wish.Defer(Optional.of(reply))
                : new Wish.Reject(Optional.of(reply)));
    }
}
