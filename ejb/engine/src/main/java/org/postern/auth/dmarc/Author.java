package org.postern.auth.dmarc;

import org.postern.auth.FromField;
import org.postern.mail.Mailbox;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose domain a message bears (RFC 9989, 3.2.2 and 5.3.1). */
public sealed interface Author {
    /**
     * One domain, whether one person wrote or several.
     *
     * @param domain A-labels in lower case
     */
    record Known(String domain) implements Author {}

    /** No domain, or more than one: DMARC cannot say anything (11.5). */
    record Unknown(Reason reason) implements Author {}

    /** Why there is not one domain. */
    enum Reason {
        /** Nobody says to have written it. */
        NO_FIELD(Sentence.form("noFromField", "no From field")),
        /** It is said more than once. */
        SEVERAL_FIELDS(Sentence.form("severalFromFields", "several From fields")),
        /** Those who wrote it have no domain in common. */
        SEVERAL_DOMAINS(Sentence.form("authorsOfSeveralDomains", "authors of several domains")),
        /** The field is not as RFC 5322 has it. */
        NOT_UNDERSTOOD(Sentence.form("fromCannotBeRead", "the From field cannot be read")),
        /** What stands behind the at is none. */
        NO_DOMAIN_NAME(Sentence.form("authorHasNoDomainName", "the author has no domain name"));

        private final Sentence words;

        Reason(Sentence.Form words) {
            this.words = words.with();
        }

        /** {@return the reason for a person} */
        public Sentence words() {
            return words;
        }
    }

    /**
     * {@return whose domain these are}
     *
     * @param from the body of each From field, unfolded
     */
    static Author of(List<String> from) {
        if (from.size() != 1) {
            return new Unknown(from.isEmpty() ? Reason.NO_FIELD : Reason.SEVERAL_FIELDS);
        }
        Optional<List<Mailbox>> mailboxes = FromField.mailboxes(from.getFirst());
        if (mailboxes.isEmpty()) {
            return new Unknown(Reason.NOT_UNDERSTOOD);
        }
        Set<String> domains = mailboxes.get().stream().map(one -> one.domain().key()).collect(Collectors.toSet());
        if (domains.size() > 1) {
            return new Unknown(Reason.SEVERAL_DOMAINS);
        }
        return DomainName.of(domains.iterator().next())
                .<Author>map(Known::new)
                .orElseGet(() -> new Unknown(Reason.NO_DOMAIN_NAME));
    }
}
