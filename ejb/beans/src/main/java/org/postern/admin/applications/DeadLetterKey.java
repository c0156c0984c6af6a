package org.postern.admin.applications;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a message that nobody could process; its text form is {@code QUEUE/ID}.
 *
 * @param queue in which it lies
 * @param id its JMSMessageID
 */
public record DeadLetterKey(String queue, String id) {
    /** What comes before it where it stands among keys of other messages. */
    public static final String SCHEME = "dead/";
    private static final int LONGEST = 400;
    private static final Pattern ID = Pattern.compile("ID:[!-~]{1,200}");

    /** {@return the key with this text form, {@link #SCHEME} in front of it or not; empty if it is none} */
    public static Optional<DeadLetterKey> parse(String text) {
        String plain = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        int end = plain.lastIndexOf("/ID:");
        if (end < 1 || plain.length() > LONGEST || !ID.matcher(plain.substring(end + 1)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new DeadLetterKey(plain.substring(0, end), plain.substring(end + 1)));
    }

    @Override
    public String toString() {
        return queue + "/" + id;
    }
}
