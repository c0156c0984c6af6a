package org.postern.routing;

import org.postern.config.rule.Wrong;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alias or a list as people keep it in the database: every part in its text form, which need not be valid.
 *
 * @param address what stands for others; {@code @example.org} for all of a domain that has nothing of its own
 * @param enabled whether it counts
 * @param members whom it stands for
 * @param owner who hears of what fails on a list; empty for an alias
 * @param remark what people want to remember about it
 * @param changedBy who wrote it last
 * @param changedAt when
 */
public record StoredAlias(String address, boolean enabled, List<String> members, Optional<String> owner, String remark,
        String changedBy, Instant changedAt) {
    private static final Sentence.Form NO_ADDRESS = Sentence.form("notAnAddressXX",
            "not an address: {0}: {1}");
    private static final Sentence.Form NO_DOMAIN = Sentence.form("notADomainXX",
            "not a domain: {0}: {1}");

    public StoredAlias {
        members = List.copyOf(members);
    }

    /**
     * {@return the alias it means}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public Alias toAlias() {
        List<Mailbox> whom = members.stream().map(StoredAlias::mailbox).toList();
        Optional<Mailbox> told = owner.map(StoredAlias::mailbox);
        if (address.startsWith("@")) {
            return new Alias(Optional.empty(), domain(address.substring(1)), whom, told);
        }
        Mailbox own = mailbox(address);
        return new Alias(Optional.of(own.localName()), own.domain(), whom, told);
    }

    private static Mailbox mailbox(String text) {
        return switch (MailboxParser.parseInternational(text)) {
            case Parsed.Valid<Mailbox>(Mailbox mailbox) -> mailbox;
            case Parsed.Invalid<Mailbox>(var violation) ->
                throw NO_ADDRESS.refused(text, Wrong.with(violation));
        };
    }

    private static Domain domain(String text) {
        return switch (DomainParser.parseInternational(text)) {
            case Parsed.Valid<Domain>(Domain domain) -> domain;
            case Parsed.Invalid<Domain>(var violation) ->
                throw NO_DOMAIN.refused(text, Wrong.with(violation));
        };
    }
}
