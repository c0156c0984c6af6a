package org.postern.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an account of the broker may do.
 *
 * @param name by which it logs in, as {@link #key} makes it
 * @param queues what it may read and write beside where mail is handed in and what is temporary: queues and topics as routes name them, such as {@code queue:orders}; none for
 *     those of all applications
 * @param senders whom it may write as sender: mailboxes, domains, {@code .domains} for all below one, or {@code *}; none for anybody
 * @param perMinute how many messages it may hand in a minute; 0 for any number
 */
public record ApplicationAccount(String name, List<String> queues, List<String> senders, int perMinute) {
    /** Parts one of the logins of an account from its name. */
    private static final Pattern LOGIN = Pattern.compile("\\+[^@]*");

    public ApplicationAccount {
        queues = List.copyOf(queues);
        senders = List.copyOf(senders);
    }

    /** {@return an account of which nothing is said} */
    public static ApplicationAccount unlimited(String name) {
        return new ApplicationAccount(name, List.of(), List.of(), 0);
    }

    /** {@return whether nothing is said of it} */
    public boolean isUnlimited() {
        return queues.isEmpty() && senders.isEmpty() && perMinute == 0;
    }

    /** {@return whether it may read and write this queue or topic of an application} */
    public boolean mayUse(String queue) {
        return queues.isEmpty() || queues.contains(queue);
    }

    /**
     * {@return the name by which an account is known here} A server may know it in several spellings, and by several logins, {@code orders+new@applications} beside
     * {@code orders@applications}, each with a password of its own; none of them is another account.
     */
    public static String key(String name) {
        String spelled = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return LOGIN.matcher(spelled).replaceFirst("");
    }
}
