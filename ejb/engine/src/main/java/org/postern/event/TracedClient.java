package org.postern.event;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who handed a message in, or tried to, as the steps of a story tell it.
 *
 * @param address the client's, as {@link #canonical} writes it
 * @param name what it said in EHLO, LHLO or HELO, in the form of {@link AddressKey#domain}
 */
public record TracedClient(Optional<String> address, Optional<String> name) {
    /** Of a step that does not come from a client. */
    public static final TracedClient NONE = new TracedClient(Optional.empty(), Optional.empty());

    /** The longest name that is kept; the rest is cut off. */
    private static final int NAME_LENGTH = 255;
    private static final Set<EventKind> FROM_CLIENTS = Set.of(EventKind.RECEIVED, EventKind.REFUSED);
    private static final String UNKNOWN = "unknown";
    private static final Pattern GREETING = Pattern.compile("(?i)(?:EHLO|HELO|LHLO) ([^\\s;]{1,255}).*");
    private static final Pattern LITERAL = Pattern
            .compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,40}");

    /** {@return the client that the step names as its peer; of a greeting that was refused, by the name it gave there} */
    public static TracedClient of(Event event) {
        if (!FROM_CLIENTS.contains(event.kind())) {
            return NONE;
        }
        String peer = event.peer().orElse("");
        int open = peer.lastIndexOf(" [");
        int close = peer.indexOf(']', open + 2);
        Optional<String> address = open < 0 || close < 0
                ? Optional.empty()
                : canonical(peer.substring(open + 2, close));
        Optional<String> name = open < 0 ? Optional.empty() : Optional.of(peer.substring(0, open));
        return new TracedClient(address,
                name.filter(known -> !known.equals(UNKNOWN) && !known.isBlank())
                        .or(() -> refused(event))
                        .map(TracedClient::kept));
    }

    private static Optional<String> refused(Event event) {
        return event.detail().map(GREETING::matcher).filter(Matcher::matches).map(found -> found.group(1));
    }

    /** {@return a client's name as it is kept and sought} */
    static String kept(String name) {
        String key = AddressKey.domain(name);
        return key.substring(0, Math.min(key.length(), NAME_LENGTH));
    }

    /** {@return the one way in which an IP address is written here; empty for anything else, names among it} */
    public static Optional<String> canonical(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text.toLowerCase(Locale.ROOT)).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
