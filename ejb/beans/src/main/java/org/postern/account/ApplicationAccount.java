package org.postern.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What an account of the broker may do when it hands mail in.
 *
 * @param name by which it logs in, as {@link #key} makes it
 * @param senders whom it may write as sender: mailboxes, domains, {@code .domains} for all below one, or {@code *}; none for anybody
 * @param perMinute how many messages it may hand in a minute; 0 for any number
 */
public record ApplicationAccount(String name, List<String> senders, int perMinute) {
    public ApplicationAccount {
        senders = List.copyOf(senders);
    }

    /** {@return an account of which nothing is said} */
    public static ApplicationAccount unlimited(String name) {
        return new ApplicationAccount(name, List.of(), 0);
    }

    /** {@return whether nothing is said of it} */
    public boolean isUnlimited() {
        return senders.isEmpty() && perMinute == 0;
    }

    /** {@return the name by which an account is known here: a server may know it in several spellings, none of which is another account} */
    public static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
