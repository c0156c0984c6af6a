package org.postern.smtp.client;

import org.postern.smtp.Reply;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The service extensions a server offered in its reply to EHLO (RFC 5321, 4.1.1.1).
 *
 * @param keywords in upper case, each with its parameters as they were written
 */
public record Extensions(Map<String, String> keywords) {
    /** What HELO gives. */
    public static final Extensions NONE = new Extensions(Map.of());

    public Extensions {
        keywords = Map.copyOf(keywords);
    }

    /** {@return the extensions in a reply to EHLO; its first line is the server's domain} */
    public static Extensions in(Reply reply) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : reply.lines().subList(1, reply.lines().size())) {
            int space = line.indexOf(' ');
            String keyword = space < 0 ? line : line.substring(0, space);
            found.putIfAbsent(keyword.toUpperCase(Locale.ROOT), space < 0 ? "" : line.substring(space + 1).strip());
        }
        return new Extensions(found);
    }

    public boolean offers(String keyword) {
        return keywords.containsKey(keyword);
    }
}
