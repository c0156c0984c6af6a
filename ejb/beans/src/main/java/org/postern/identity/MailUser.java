package org.postern.identity;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who may submit mail, of those the gateway keeps itself.
 *
 * @param name what is written at the login; lower case, at most 255 characters
 * @param verifier of the password; never shown, never logged
 * @param enabled whether they may log in
 * @param senders what they may write as sender: mailboxes, domains, {@code .domains} for all below one, or {@code *}
 * @param created when they were added
 * @param changed when the password was set
 */
public record MailUser(String name, ScramVerifier verifier, boolean enabled, List<String> senders, Instant created,
        Instant changed) {
    public MailUser {
        senders = List.copyOf(senders);
    }

    /** {@return the same user with another password} */
    public MailUser with(ScramVerifier other, Instant when) {
        return new MailUser(name, other, enabled, senders, created, when);
    }

    public MailUser enabled(boolean whether) {
        return new MailUser(name, verifier, whether, senders, created, changed);
    }

    public MailUser sendingAs(List<String> others) {
        return new MailUser(name, verifier, enabled, others, created, changed);
    }
}
