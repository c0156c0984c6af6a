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
        NO_FIELD, SEVERAL_FIELDS, SEVERAL_DOMAINS, NOT_UNDERSTOOD, NO_DOMAIN_NAME;

        /** {@return the reason for a person} */
        public Sentence words() {
            return switch (this) {
                case NO_FIELD -> Sentence.form("noFromField", "no From field").with();
                case SEVERAL_FIELDS -> Sentence.form("severalFromFields", "several From fields").with();
                case SEVERAL_DOMAINS -> Sentence.form("authorsOfSeveralDomains", "authors of several domains").with();
                case NOT_UNDERSTOOD -> Sentence.form("fromCannotBeRead", "the From field cannot be read").with();
                case NO_DOMAIN_NAME -> Sentence.form("authorHasNoDomainName", "the author has no domain name").with();
            };
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
