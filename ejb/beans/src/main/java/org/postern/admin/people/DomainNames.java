package org.postern.admin.people;

import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The domains that somebody is to be limited to, as people and programs write them. */
public final class DomainNames {
    /** What is written where nobody is limited: nothing at all would be written too easily. */
    public static final String ALL = "*";

    private static final Sentence NONE = Sentence.form("nameTheDomains", "Name the domains, or * for all.").with();
    private static final Sentence.Form NO_DOMAIN = Sentence.form("notADomainNameX", "Not a domain name: {0}");

    private DomainNames() {}

    /**
     * {@return what the names mean}
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static DomainSet read(Collection<String> names) {
        if (List.copyOf(names).equals(List.of(ALL))) {
            return DomainSet.ALL;
        }
        if (names.isEmpty()) {
            throw new RefusedException(NONE);
        }
        return DomainSet.of(names.stream().map(DomainNames::domain).toList());
    }

    /**
     * {@return what names mean that stand in one line, with spaces, commas or semicolons between them}
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static DomainSet read(String line) {
        return read(line.isBlank() ? List.of() : List.of(line.strip().split("[\\s,;]+")));
    }

    private static Domain domain(String name) {
        return Optional.of(name.strip())
                .filter(text -> !text.isEmpty() && text.length() <= Domain.MAX_OCTETS)
                .flatMap(text -> DomainParser.parse(new Domain(text).key()).toOptional())
                .orElseThrow(() -> new RefusedException(NO_DOMAIN.with(name)));
    }
}
