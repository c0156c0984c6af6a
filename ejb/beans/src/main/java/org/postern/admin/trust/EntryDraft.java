package org.postern.admin.trust;

import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.mail.Domain;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.Party;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry as an administrator writes it.
 *
 * @param effect what it is for
 * @param party an address, a domain, {@code .domain} with all below it, an IP address or a network
 * @param owner whose mail it is about: an address or a domain; the empty string for all
 * @param comment anything
 * @param expires how long it counts, such as {@code 30d}; the empty string for always
 */
public record EntryDraft(ListEntry.Effect effect, String party, String owner, String comment, String expires) {
    private static final Sentence.Form NO_OWNER = Sentence.form("noOwner", "An owner is an address or a domain: {0}");
    private static final SettingType<Duration> TIME = SettingTypes.duration("1m", "3650d");

    /** {@return an entry as it would be written at that time, so that it ends in the minute in which it ends now} */
    public static EntryDraft of(ListEntry entry, Instant now) {
        String expires = entry.expiry()
                .map(end -> Math.max(1, Duration.between(now, end).plusSeconds(30).toMinutes()) + "m")
                .orElse("");
        return new EntryDraft(entry.effect(), entry.party().toString(), entry.owner(), entry.comment(), expires);
    }

    /**
     * {@return the entry}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    ListEntry toEntry(String key, Instant now) {
        Optional<Instant> expiry = Optional.of(expires.strip())
                .filter(text -> !text.isEmpty())
                .map(text -> now.plus(TIME.parse(text)));
        return new ListEntry(key, effect, Party.parse(party.strip().toLowerCase(Locale.ROOT)), owner(owner.strip()),
                comment.strip(), expiry);
    }

    private static String owner(String text) {
        if (text.isEmpty()) {
            return ListEntry.ALL;
        }
        Optional<String> owner = text.indexOf('@') < 0
                ? DomainParser.parseInternational(text).toOptional().map(Domain::key)
                : MailboxParser.parseInternational(text)
                        .toOptional()
                        .map(mailbox -> mailbox.localName().toLowerCase(Locale.ROOT) + "@" + mailbox.domain().key());
        return owner.orElseThrow(() -> new RefusedException(NO_OWNER.with(text)));
    }
}
