package org.postern.content;

import java.util.Locale;
import java.util.Optional;

/** Finds links in text: what has a scheme and a host. */
public final class Links {
    private static final int LONGEST = 1000;
    private static final int LONGEST_HOST = 253;

    /** Told what is found. */
    @FunctionalInterface
    public interface Visitor {
        void link(Link link);
    }

    /**
     * Where a link leads.
     *
     * @param scheme in lower case, such as {@code https}
     * @param host in lower case, without account and port; a name or an address, never empty, at most 253 characters
     * @param path what follows the host, at most 1,000 characters; may be empty
     */
    public record Link(String scheme, String host, String path) {}

    private Links() {}

    /** Finds links in text that is for reading. */
    public static void find(String text, Visitor visitor) {
        int at = 0;
        while (true) {
            int slashes = text.indexOf("://", at);
            if (slashes < 0) {
                return;
            }
            int start = slashes;
            while (start > at && isOfScheme(text.charAt(start - 1))) {
                start--;
            }
            int end = slashes + 3;
            while (end < text.length() && end - start < LONGEST && isOfLink(text.charAt(end))) {
                end++;
            }
            of(text.substring(start, end)).ifPresent(visitor::link);
            at = end;
        }
    }

    /** {@return the link that an attribute such as href has, if it leads to a host} */
    public static Optional<Link> of(String reference) {
        String stripped = reference.strip();
        int slashes = stripped.indexOf("//");
        if (slashes < 0 || (slashes > 0 && stripped.charAt(slashes - 1) != ':') || slashes > 20) {
            return Optional.empty();
        }
        String scheme = slashes == 0 ? "" : stripped.substring(0, slashes - 1).toLowerCase(Locale.ROOT);
        int start = slashes + 2;
        int end = start;
        while (end < stripped.length() && "/?#\\".indexOf(stripped.charAt(end)) < 0) {
            end++;
        }
        String authority = stripped.substring(start, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.startsWith("[") ? -1 : host.indexOf(':');
        host = (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
        return host.isBlank() || host.length() > LONGEST_HOST
                ? Optional.empty()
                : Optional.of(
                        new Link(scheme, host, stripped.substring(end, Math.min(stripped.length(), end + LONGEST))));
    }

    private static boolean isOfScheme(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isOfLink(char c) {
        return c > ' ' && "<>\"'()[]{}|^`".indexOf(c) < 0 && !Character.isWhitespace(c);
    }
}
