package org.postern.client;

import java.util.Optional;

/**
 * What came of it for a recipient.
 *
 * @param originalRecipient for whom the recipient stands, where an alias has put him there, or the submission says so; empty elsewhere
 * @param reason in the words of the gateway; empty where there is nothing to say
 * @param failure what went wrong, roughly, such as {@code bad mailbox}; empty where nothing did
 * @param status in numbers, such as {@code 5.1.1} (RFC 3463); empty where there is none
 * @param reply in the words of the other side; empty where nobody said anything
 * @param host who said it; empty where nobody did
 */
public record Outcome(Optional<String> originalRecipient, Optional<String> reason, Optional<String> failure,
        Optional<String> status, Optional<String> reply, Optional<String> host) {
    /** {@return the class of the status: 2 for success, 4 for what may pass, 5 for what will not; 0 where there is none} */
    public int statusClass() {
        return status.filter(text -> text.matches("[245]\\..*")).map(text -> text.charAt(0) - '0').orElse(0);
    }
}
