package org.postern.config;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

/** Which recipients a route is for. Case does not matter. */
public sealed interface RecipientPattern {
    /** All. Text form {@code *}. */
    record Anyone() implements RecipientPattern {}

    /** Those of one domain. Text form {@code example.org}. */
    record OfDomain(Domain domain) implements RecipientPattern {}

    /** Those of all domains below one, not of that one itself. Text form {@code .example.org}. */
    record OfSubdomains(Domain parent) implements RecipientPattern {}

    /** One mailbox. Text form {@code orders@example.org}. */
    record OfMailbox(Mailbox mailbox) implements RecipientPattern {}

    /**
     * {@return the pattern with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static RecipientPattern parse(String text) {
        int at = text.lastIndexOf('@');
        if (text.equals("*")) {
            return new Anyone();
        }
        if (at > 0) {
            return new OfMailbox(new Mailbox(text.substring(0, at), domain(text.substring(at + 1))));
        }
        if (text.startsWith(".")) {
            return new OfSubdomains(domain(text.substring(1)));
        }
        return new OfDomain(domain(text));
    }

    private static Domain domain(String text) {
        boolean plausible = !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".") && !text.contains("..")
                && text.length() <= Domain.MAX_OCTETS;
        if (!plausible || !text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._[]:".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "a recipient is a domain, .domain, mailbox@domain or *, not " + (text.isEmpty() ? "empty" : text));
        }
        return new Domain(text);
    }
}
