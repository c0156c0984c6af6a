package org.postern.admin.access;

import org.postern.mail.DomainSet;
import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * What somebody may do, and for which domains.
 *
 * @param domains all, for whoever is not limited to some; administrators never are
 */
public record Remit(Role role, DomainSet domains) {
    private static final Sentence.Form OF_DOMAINS = Sentence.form("auditRemitOfX", "{0} of {1}");
    private static final Sentence NO_DOMAIN = Sentence.form("oneDomainAtLeast", "Name at least one domain.").with();
    private static final Sentence LIMITED = Sentence.form("administratorLimited", "An administrator has all domains.")
            .with();

    /** {@return the same role for all domains} */
    public static Remit of(Role role) {
        return new Remit(role, DomainSet.ALL);
    }

    /** {@return what both allow} */
    public Remit and(Remit other) {
        return new Remit(role.covers(other.role) ? other.role : role, domains.and(other.domains));
    }

    /** {@return whether this allows all that the other one does} */
    public boolean covers(Remit other) {
        return role.covers(other.role) && domains.hasAll(other.domains);
    }

    /** {@return what is wrong with it} */
    public Optional<Sentence> fault() {
        if (domains.isAll()) {
            return Optional.empty();
        }
        if (domains.keys().isEmpty()) {
            return Optional.of(NO_DOMAIN);
        }
        return role == Role.ADMINISTRATOR ? Optional.of(LIMITED) : Optional.empty();
    }

    /** {@return the role as it is written, and the domains, where it is limited to some} */
    public String words() {
        return said().toString();
    }

    /** {@return the same, to be said in any language} */
    public Sentence said() {
        return domains.isAll() ? role.said() : OF_DOMAINS.with(role.said(), domains.toString());
    }
}
