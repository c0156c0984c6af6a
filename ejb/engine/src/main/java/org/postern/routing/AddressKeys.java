package org.postern.routing;

import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keys under which patterns are kept and found: a pattern has one, an address has those of all patterns that match it. They are a
 * handful, so a look-up costs the same however many patterns there are.
 */
final class AddressKeys {
    static final String ANYONE = "*";
    static final String NO_SENDER = "<>";

    private AddressKeys() {}

    static String of(RecipientPattern pattern) {
        return switch (pattern) {
            case RecipientPattern.Anyone all -> ANYONE;
            case RecipientPattern.OfDomain of -> of.domain().key();
            case RecipientPattern.OfSubdomains of -> "." + of.parent().key();
            case RecipientPattern.OfMailbox of -> of(of.mailbox());
        };
    }

    static String of(Mailbox mailbox) {
        return mailbox.localName().toLowerCase(Locale.ROOT) + "@" + mailbox.domain().key();
    }

    /** {@return the keys of the patterns that match this mailbox, but that of all mailboxes} */
    static List<String> matching(Mailbox mailbox, Subaddress tags) {
        List<String> keys = new ArrayList<>();
        keys.add(of(mailbox));
        tags.base(mailbox).ifPresent(base -> keys.add(of(base)));
        String domain = mailbox.domain().key();
        keys.add(domain);
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            keys.add(domain.substring(dot));
        }
        return keys;
    }
}
