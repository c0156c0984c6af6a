package org.postern.admin.applications;

import java.util.List;

/**
 * An account by which an application logs in at the broker from outside.
 *
 * @param name by which it logs in, in small letters
 * @param here whether this server keeps one of that name
 * @param senders whom it may write as sender: mailboxes, domains, {@code .domains} for all below one, or {@code *}; none for anybody
 * @param perMinute how many messages it may hand in a minute; 0 for any number
 */
public record AccountView(String name, boolean here, List<String> senders, int perMinute) {
    public AccountView {
        senders = List.copyOf(senders);
    }
}
