package org.postern.admin.domains;

import org.postern.admin.access.Caller;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;

import java.util.Optional;

/** A domain as a person writes it. */
final class OwnDomain {
    /** What still fits into a name of the DNS with a selector before it (RFC 1035, 2.3.4). */
    private static final int LONGEST = 200;
    static final Sentence NO_DOMAIN = Sentence
            .form("notADomain", "Not a domain name of at most {0} characters.")
            .with(LONGEST);

    private OwnDomain() {}

    /** {@return the same, if whoever asks is not limited to other domains} */
    static Optional<Domain> ofWhom(String text) {
        return of(text).filter(Caller.ofWhom()::has);
    }

    /** {@return its A-labels in lower case; empty where it is no name that mail is written under} */
    static Optional<Domain> of(String text) {
        String bare = text.strip().replaceFirst("\\.$", "");
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return Optional.empty();
        }
        return DomainParser.parse(new Domain(bare).key())
                .toOptional()
                .filter(domain -> !domain.isLiteral() && domain.key().length() <= LONGEST)
                .map(domain -> new Domain(domain.key()));
    }
}
