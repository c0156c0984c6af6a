package org.postern.admin.applications;

import org.postern.account.ApplicationAccount;

import java.util.List;

/**
 * An account by which an application logs in at the broker from outside.
 *
 * @param name by which it logs in, in small letters
 * @param logins by which it logs in at this server: one, or several while its password is changed; none where it is another server's
 * @param queues what it may read and write, as routes name it, such as {@code queue:orders}; none for what is all applications'
 * @param senders whom it may write as sender: mailboxes, domains, {@code .domains} for all below one, or {@code *}; none for anybody
 * @param perMinute how many messages it may hand in a minute; 0 for any number
 */
public record AccountView(String name, List<String> logins, List<String> queues, List<String> senders, int perMinute) {
    public AccountView {
        logins = List.copyOf(logins);
        queues = List.copyOf(queues);
        senders = List.copyOf(senders);
    }

    static AccountView of(ApplicationAccount account, List<String> logins) {
        return new AccountView(account.name(), logins, account.queues(), account.senders(), account.perMinute());
    }
}
