package org.postern.bounce;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reverse-paths of our own for mail that is forwarded to other domains (the Sender Rewriting Scheme): the next server asks our SPF
 * record, not that of a domain which has never heard of us. Sender and day stand in the path itself, signed, so that nothing is kept of
 * strangers. Safe for many threads.
 */
public final class ForwardPaths {
    /** How long what comes back is taken: longer than other servers try. */
    public static final Duration LIFETIME = Duration.ofDays(21);

    private static final int PREFIX = "SRS0".length();

    private final Domain domain;
    private final ReturnKeys keys;
    private final HeldKey key;
    private final InstantSource clock;

    /** @param domain to the right of the {@code @}; its mail must come to this gateway */
    public ForwardPaths(Domain domain, ReturnKeys keys, InstantSource clock) {
        this.domain = domain;
        this.keys = keys;
        this.key = new HeldKey(keys, clock);
        this.clock = clock;
    }

    /**
     * {@return the path of a sender's mail} Empty where the local part would have more than {@value Mailbox#MAX_LOCAL_OCTETS} octets
     * (RFC 5321, 4.5.3.1.1), the sender is in no domain that has a name, or the store is out of reach and knows no key.
     */
    public Optional<Mailbox> of(Mailbox sender) {
        return sender.domain().isLiteral() || sender.domain().equals(domain)
                ? Optional.empty()
                : key.get().flatMap(held -> mailbox(token(held, sender).toString(), domain));
    }

    /** What another forwarder has rewritten goes back to the first one, which alone knows whose it was. */
    private SrsToken token(ReturnKey held, Mailbox sender) {
        String name = sender.localName();
        if (SrsToken.isLike(name)) {
            String rest = name.substring(PREFIX);
            if (name.charAt(PREFIX - 1) == '0') {
                return SrsToken.ofForwarder(held, sender.domain().key(), rest);
            }
            String[] ofSecond = rest.substring(1).split("=", 3); // HASH = DOMAIN = REST
            if (ofSecond.length == 3 && SrsToken.isLike("SRS0" + ofSecond[2])
                    && DomainParser.parse(ofSecond[1]).toOptional().isPresent()) {
                return SrsToken.ofForwarder(held, ofSecond[1], ofSecond[2]);
            }
        }
        return SrsToken.ofSender(held, ReturnPaths.day(clock.instant()), name, sender.domain().key());
    }

    /** {@return whether an address has the beginning of such a path; whether it is one, {@link #read} tells} */
    boolean isOne(Mailbox recipient) {
        return domain.equals(recipient.domain()) && SrsToken.isLike(recipient.localName());
    }

    /** May ask the store for a key, and throws where that is out of reach. */
    ReturnPaths.Reading read(Mailbox recipient) {
        if (!isOne(recipient)) {
            return new ReturnPaths.Foreign();
        }
        return SrsToken.parse(recipient.localName())
                .filter(token -> keys.find(token.keyId()).filter(token::isSignedWith).isPresent())
                .flatMap(this::forwarded)
                .orElseGet(ReturnPaths.Forged::new);
    }

    private Optional<ReturnPaths.Reading> forwarded(SrsToken token) {
        return token.original()
                .flatMap(original -> mailbox(original.localName(), original.domain()))
                .map(sender -> new ReturnPaths.Forwarded(sender,
                        token.age(ReturnPaths.day(clock.instant())) > LIFETIME.toDays()));
    }

    private static Optional<Mailbox> mailbox(String localName, Domain domain) {
        return mailbox(localName, domain.text());
    }

    /** {@return the mailbox, in quotes where it has to be} */
    private static Optional<Mailbox> mailbox(String localName, String domain) {
        return MailboxParser.parseInternational(localName + "@" + domain)
                .toOptional()
                .filter(mailbox -> mailbox.localName().equals(localName))
                .or(() -> MailboxParser
                        .parseInternational(
                                '"' + localName.replace("\\", "\\\\").replace("\"", "\\\"") + "\"@" + domain)
                        .toOptional());
    }
}
