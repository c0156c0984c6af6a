package org.postern.web.api.people;

import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.DomainNames;
import org.postern.mail.DomainSet;
import org.postern.web.api.ProblemException;

import java.util.List;
import java.util.Optional;

/** What somebody is to be allowed, as programs write it. */
final class Remits {
    private static final String DOMAINS = "domains";

    private Remits() {}

    /** {@return it, for these domains where none are written} */
    static Remit of(Role role, Optional<List<String>> domains, DomainSet otherwise) {
        Remit remit;
        try {
            remit = new Remit(role, domains.map(DomainNames::read).orElse(otherwise));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.ofField(DOMAINS, String.valueOf(wrong.getMessage()));
        }
        remit.fault().ifPresent(fault -> {
            throw ProblemException.ofField(DOMAINS, fault.toString());
        });
        return remit;
    }
}
