package org.postern.policy.check;

import org.postern.auth.FromField;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.receiver.Identity;
import org.postern.smtp.wire.MailboxParser;

import java.util.List;
import java.util.Optional;

/**
 * What an identity may write as sender: its own name, where that is an address, and what is said of it. What is said in a form that is
 * not understood allows nothing.
 */
public final class SenderRights {
    private SenderRights() {}

    /** Whom a message names as its authors. */
    public enum Author {
        /** None but whom the identity may write as. */
        OWN,
        /** There is not one From in a header section that everybody reads alike (RFC 5322, 3.6). */
        NOT_SAID,
        /** Somebody else, or nobody who can be understood. */
        ANOTHER
    }

    /** {@return whether this identity may write as this sender; the null reverse-path everybody may (RFC 8098, 3)} */
    public static boolean allow(Identity identity, ReversePath sender) {
        return sender.mailbox().isEmpty() || allow(identity, sender.mailbox().get());
    }

    /** {@return whom From names, for this identity} */
    public static Author author(Identity identity, HeaderSection header) {
        List<String> from = header.all("From");
        if (!header.isWellFormed() || from.size() != 1) {
            return Author.NOT_SAID;
        }
        return FromField.mailboxes(from.getFirst())
                .filter(authors -> authors.stream().allMatch(author -> allow(identity, author)))
                .isPresent() ? Author.OWN : Author.ANOTHER;
    }

    /** {@return whether this identity may write as this sender} */
    public static boolean allow(Identity identity, Mailbox sender) {
        Optional<Mailbox> own = MailboxParser.parseInternational(identity.name()).toOptional();
        if (own.filter(mailbox -> isSame(mailbox, sender)).isPresent()) {
            return true;
        }
        for (String pattern : identity.senders()) {
            if (covers(pattern, sender)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String text, Mailbox sender) {
        try {
            return switch (RecipientPattern.parse(text.strip())) {
                case RecipientPattern.Anyone all -> true;
                case RecipientPattern.OfDomain of -> of.domain().equals(sender.domain());
                case RecipientPattern.OfSubdomains of -> sender.domain().key().endsWith("." + of.parent().key());
                case RecipientPattern.OfMailbox of -> isSame(of.mailbox(), sender);
            };
        } catch (IllegalArgumentException notUnderstood) {
            return false;
        }
    }

    /**
     * The case of a local part is ours to judge where the user is ours; but in ASCII alone, since beyond it letters fall together that
     * look alike and are not the same.
     */
    private static boolean isSame(Mailbox one, Mailbox other) {
        return inLowerCase(one.localName()).equals(inLowerCase(other.localName()))
                && one.domain().equals(other.domain());
    }

    private static String inLowerCase(String localPart) {
        StringBuilder lower = new StringBuilder(localPart.length());
        localPart.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return lower.toString();
    }
}
