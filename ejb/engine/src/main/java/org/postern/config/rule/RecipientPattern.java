package org.postern.config.rule;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;

/** Which recipients a route is for, beyond ASCII too (RFC 6531). Case does not matter. */
public sealed interface RecipientPattern {
    /** All. Text form {@code *}. */
    record Anyone() implements RecipientPattern {}

    /** Those of one domain. Text form {@code example.org}. */
    record OfDomain(Domain domain) implements RecipientPattern {}

    /** Those of all domains below one, not of that one itself. Text form {@code .example.org}. */
    record OfSubdomains(Domain parent) implements RecipientPattern {}

    /** One mailbox. Text form {@code orders@example.org}. */
    record OfMailbox(Mailbox mailbox) implements RecipientPattern {}

    /** {@return whether this recipient is among them} */
    default boolean matches(Mailbox recipient) {
        String domain = recipient.domain().key();
        return switch (this) {
            case Anyone() -> true;
            case OfDomain(Domain wanted) -> domain.equals(wanted.key());
            case OfSubdomains(Domain parent) -> domain.endsWith("." + parent.key());
            case OfMailbox(Mailbox wanted) -> domain.equals(wanted.domain().key())
                    && recipient.localName().equalsIgnoreCase(wanted.localName());
        };
    }

    /**
     * {@return the pattern with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static RecipientPattern parse(String text) {
        if (text.equals("*")) {
            return new Anyone();
        }
        if (text.indexOf('@') > 0) {
            return new OfMailbox(valid(text, MailboxParser.parseInternational(text)));
        }
        if (text.startsWith(".")) {
            return new OfSubdomains(valid(text, DomainParser.parseInternational(text.substring(1))));
        }
        return new OfDomain(valid(text, DomainParser.parseInternational(text)));
    }

    /** {@return whether this is the text form of a pattern} */
    static boolean isOne(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** {@return the text form of a pattern} */
    public static String text(RecipientPattern pattern) {
        return switch (pattern) {
            case Anyone all -> "*";
            case OfDomain(Domain domain) -> domain.text();
            case OfSubdomains(Domain parent) -> "." + parent.text();
            case OfMailbox(Mailbox mailbox) -> mailbox.toString();
        };
    }

    private static <T> T valid(String text, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T> valid -> valid.value();
            case Parsed.Invalid<T> invalid -> throw Sentence
                    .form("notARecipient", "a recipient is a domain, .domain, mailbox@domain or *, not {0}: {1}")
                    .refused(text, Wrong.with(invalid.violation()));
        };
    }
}
