package org.postern.admin.people;

import org.postern.identity.MailUser;

import java.time.Instant;
import java.util.List;

/**
 * One of the gateway's own users, as an administrator sees it.
 *
 * @param name what is written at the login
 * @param enabled whether they may log in
 * @param senders what they may write as sender
 * @param created when they were added
 * @param changed when the password was set
 */
public record MailAccount(String name, boolean enabled, List<String> senders, Instant created, Instant changed) {
    static MailAccount of(MailUser user) {
        return new MailAccount(user.name(), user.enabled(), user.senders(), user.created(), user.changed());
    }
}
