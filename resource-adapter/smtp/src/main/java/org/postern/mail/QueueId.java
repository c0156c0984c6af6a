package org.postern.mail;

/**
 * The name of one accepted message, the same in the 250 reply, the Received field, the log, JMS properties, the trace and the
 * console. Sorts by the time of acceptance.
 *
 * @param text 16 characters of {@code 0-9A-Z} without I, L, O and U
 */
public record QueueId(String text) {
    /** The length of every name. */
    public static final int LENGTH = 16;

    public QueueId {
        if (text.length() != LENGTH || !text.chars().allMatch(QueueId::isDigit)) {
            throw new IllegalArgumentException("not a queue id");
        }
    }

    private static boolean isDigit(int c) {
        boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        return alphanumeric && c != 'I' && c != 'L' && c != 'O' && c != 'U';
    }

    @Override
    public String toString() {
        return text;
    }
}
