package org.postern.routing;

import org.postern.mail.Mailbox;

import java.util.Optional;

/**
 * What of a local part is a tag that its user made up, as in {@code user+tag} (RFC 5233).
 *
 * @param separator what parts them; the empty string where there are no tags
 */
public record Subaddress(String separator) {
    /** No local part has a tag. */
    public static final Subaddress NONE = new Subaddress("");

    /** {@return the mailbox without its tag; empty if it has none} A quoted local part has none. */
    public Optional<Mailbox> base(Mailbox mailbox) {
        String localPart = mailbox.localPart();
        int at = separator.isEmpty() || localPart.startsWith("\"") ? -1 : localPart.indexOf(separator);
        return at > 0 ? Optional.of(new Mailbox(localPart.substring(0, at), mailbox.domain())) : Optional.empty();
    }
}
