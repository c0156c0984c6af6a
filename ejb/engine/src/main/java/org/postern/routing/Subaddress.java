package org.postern.routing;

import org.postern.mail.Mailbox;

import java.util.Optional;

/**
 * What of a local part is a tag that its user made up, as in {@code user+tag} (RFC 5233).
 *
 * @param separator what parts them; the empty string where there are no tags
 */
public record Subaddress(String separator) {
    /** What else stands in a local part without quotes (RFC 5321, 4.1.2; RFC 5322, 3.2.3). */
    private static final String OTHERS = "!#$%&'*+-/=?^_`{|}~.";
    /** No local part has a tag. */
    public static final Subaddress NONE = new Subaddress("");

    /** {@return the mailbox without its tag; empty if it has none} A local part that needs its quotes has none. */
    public Optional<Mailbox> base(Mailbox mailbox) {
        String name = mailbox.localName();
        int at = separator.isEmpty() || needsQuotes(mailbox, name) ? -1 : name.indexOf(separator);
        return at > 0 ? Optional.of(new Mailbox(name.substring(0, at), mailbox.domain())) : Optional.empty();
    }

    private static boolean needsQuotes(Mailbox mailbox, String name) {
        boolean quoted = mailbox.localPart().startsWith("\"");
        return quoted && !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || OTHERS.indexOf(c) >= 0);
    }
}
