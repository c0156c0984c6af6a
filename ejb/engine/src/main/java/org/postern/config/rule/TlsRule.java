package org.postern.config.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How much TLS mail to some domains wants; the first rule that matches counts.
 *
 * @param domains of the recipients, or the host that a route names; never a mailbox
 * @param policy what is demanded
 * @param names that the certificate may have (RFC 9525), {@code .example.org} being any name below; none: the server's own
 * @param authorities PEM file of the authorities that are believed; none: those that are believed everywhere
 */
public record TlsRule(RecipientPattern domains, TlsPolicy policy, List<String> names, Optional<Path> authorities) {
    public TlsRule {
        names = List.copyOf(names);
        if (policy != TlsPolicy.VERIFY && !(names.isEmpty() && authorities.isEmpty())) {
            throw new IllegalArgumentException("names and authorities are looked at by the policy verify alone");
        }
    }

    /** {@return the domains with this text form, {@code example.org}, {@code .example.org} or {@code *}} */
    public static RecipientPattern domains(String text) {
        RecipientPattern pattern = RecipientPattern.parse(text);
        if (pattern instanceof RecipientPattern.OfMailbox) {
            throw new IllegalArgumentException("a TLS policy is for domains, not for a mailbox: " + text);
        }
        return pattern;
    }
}
