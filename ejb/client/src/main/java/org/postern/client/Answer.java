package org.postern.client;

import java.util.Optional;

/**
 * That mail answers a submission whose application has asked for replies.
 *
 * @param kind what it is, in a word; a later version of the contract may have others than those that are constants here
 * @param submission the name of the submission, by which its events call it
 * @param correlation the JMSCorrelationID of the submission, or its JMSMessageID if it had none
 */
public record Answer(String kind, String submission, Optional<String> correlation) {
    /** The kind of what somebody has written. */
    public static final String REPLY = "reply";
    /** The kind of what a program has written, such as a notice of absence: not to be answered by another program. */
    public static final String AUTOMATIC = "automatic";
    /** The kind of what a server reports, such as that the submission could not be delivered. */
    public static final String BOUNCE = "bounce";

    /** {@return whether somebody has written it} */
    public boolean isReply() {
        return kind.equals(REPLY);
    }

    /** {@return whether a program has written it} */
    public boolean isAutomatic() {
        return kind.equals(AUTOMATIC);
    }

    /** {@return whether a server reports it} */
    public boolean isBounce() {
        return kind.equals(BOUNCE);
    }
}
