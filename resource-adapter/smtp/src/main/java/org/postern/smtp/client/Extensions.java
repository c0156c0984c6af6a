package org.postern.smtp.client;

import org.postern.smtp.Reply;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

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

    /** {@return how many recipients the server takes in one transaction, as LIMITS tells (RFC 9422, 4.2); this many if it does not} */
    int recipientsOr(int usual) {
        return limitOr("RCPTMAX=", usual);
    }

    /** {@return how many messages the server takes in one session, as LIMITS tells (RFC 9422, 4.1); this many if it does not} */
    int messagesOr(int usual) {
        return limitOr("MAILMAX=", usual);
    }

    private int limitOr(String name, int usual) {
        for (String limit : keywords.getOrDefault("LIMITS", "").split(" ", -1)) {
            String digits = limit.toUpperCase(Locale.ROOT).startsWith(name) ? limit.substring(name.length()) : "";
            if (!digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Math.clamp(Integer.parseInt(digits), 1, usual);
            }
        }
        return usual;
    }

    /** {@return the octets of the largest message that the server takes (RFC 1870, 3); empty if it does not tell, or says any} */
    OptionalLong sizeLimit() {
        String digits = keywords.getOrDefault("SIZE", "");
        boolean told = !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long limit = told ? Long.parseLong(digits) : 0;
        return limit > 0 ? OptionalLong.of(limit) : OptionalLong.empty();
    }

    public boolean offers(String keyword) {
        return keywords.containsKey(keyword);
    }
}
