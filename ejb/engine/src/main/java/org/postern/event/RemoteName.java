package org.postern.event;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name that the next server gave a message, which servers say in their 250 to the end of the content, each in its own words. */
public final class RemoteName {
    /** The longest name that is kept; longer ones are none. */
    public static final int LENGTH = 100;

    private static final String NAME = "<?([0-9A-Za-z][-0-9A-Za-z._+/=]{2,98}[0-9A-Za-z])>?(?![0-9A-Za-z])";
    /** In the order in which they are tried; the last is the words of those who give no sign. */
    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile("(?i)\\bqueued(?: mail)? as:? " + NAME),
            Pattern.compile("(?i)\\b(?:id|queueid|queue-id|internalid)[=: ] ?" + NAME),
            Pattern.compile("(?i)\\b" + NAME + " message accepted for delivery"),
            Pattern.compile("(?i)\\bok:? (?:\\d{9,11} )?" + NAME));
    private static final Pattern POSITIVE = Pattern.compile("2\\d\\d[ -](?:2\\.\\d{1,3}\\.\\d{1,3} )?(.*)",
            Pattern.DOTALL);
    private static final int READ = 1000;

    private RemoteName() {}

    /** {@return the name in this reply; empty if it is no 2xx, or holds none} */
    public static Optional<String> in(String reply) {
        Matcher positive = POSITIVE.matcher(reply.substring(0, Math.min(reply.length(), READ)));
        if (!positive.matches()) {
            return Optional.empty();
        }
        String words = positive.group(1).replaceAll("\\s+", " ");
        return SIGNS.stream()
                .map(sign -> sign.matcher(words))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(name -> name.chars().anyMatch(Character::isDigit))
                .findFirst();
    }
}
