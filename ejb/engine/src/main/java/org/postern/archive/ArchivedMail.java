package org.postern.archive;

import org.postern.mail.QueueId;

import java.time.Instant;

/**
 * What is told about archived mail without reading it.
 *
 * @param id names it; what came to the archive later has a higher one
 * @param queueId name of the message
 * @param place where it was handed over, the text form of a destination
 * @param kept when
 * @param reversePath address of the sender, the empty string for the null reverse-path
 * @param firstRecipient one of the recipients
 * @param recipients how many there are
 * @param subject as a person reads it, at most 200 characters; may be empty
 * @param author the From field as a person reads it, at most 320 characters; may be empty
 * @param size octets of the content
 */
public record ArchivedMail(long id, QueueId queueId, String place, Instant kept, String reversePath,
        String firstRecipient,
        int recipients, String subject, String author, long size) {
    /** What comes before the id where it stands among keys of other messages. */
    private static final String SCHEME = "archive/";

    /** {@return by what its content is asked for} */
    public String key() {
        return key(id);
    }

    /** {@return by what the content of archived mail with this id is asked for} */
    public static String key(long id) {
        return SCHEME + id;
    }

    /** {@return whether a key is of archived mail} */
    public static boolean isKey(String key) {
        return key.startsWith(SCHEME) && key.length() > SCHEME.length() && key.length() <= SCHEME.length() + 18
                && key.chars().skip(SCHEME.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@return the id in such a key} */
    public static long id(String key) {
        return Long.parseLong(key.substring(SCHEME.length()));
    }
}
