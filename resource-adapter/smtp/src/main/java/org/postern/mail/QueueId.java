package org.postern.mail;

import java.util.regex.Pattern;

/**
 * The name of one accepted message, the same in the 250 reply, the Received field, the log, JMS properties, the trace and the
 * console. Sorts by the time of acceptance.
 *
 * @param text 16 characters of {@code 0-9A-Z} without I, L, O and U
 */
public record QueueId(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");

    public QueueId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a queue id");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
