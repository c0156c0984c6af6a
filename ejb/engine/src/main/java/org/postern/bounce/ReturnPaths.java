package org.postern.bounce;

import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.mail.ReversePath;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Reverse-paths of our own, one for each message of chosen senders (VERP): what comes back to one is a report on that message. They
 * are signed and expire, so that nobody can make one, or use one for ever. Safe for many threads.
 */
public final class ReturnPaths {
    private final Settings settings;
    private final ReturnKeys keys;
    private final ReturnSenders senders;
    private final SenderNames names;
    private final InstantSource clock;
    private final HeldKey key;
    private final Optional<ForwardPaths> forwards;

    /**
     * How they are used.
     *
     * @param domain to the right of the {@code @}; its mail must come to this gateway
     * @param senders whose mail goes out with such a path; none, and nobody's does
     * @param lifetime how long a path counts
     */
    public record Settings(Domain domain, List<RecipientPattern> senders, Duration lifetime) {
        public Settings {
            senders = List.copyOf(senders);
        }
    }

    /** What a recipient is. */
    public sealed interface Reading {}

    /** No return path: an address like any other. */
    public record Foreign() implements Reading {}

    /** A path we have issued. */
    public record Issued(QueueId about) implements Reading {}

    /** A path we have issued, too long ago. */
    public record Expired(QueueId about) implements Reading {}

    /** A path of mail that we have forwarded (SRS): what comes to it is for its sender. */
    public record Forwarded(Mailbox sender, boolean isExpired) implements Reading {}

    /** Of the form of a path, but not ours. */
    public record Forged() implements Reading {}

    public ReturnPaths(Settings settings, ReturnKeys keys, ReturnSenders senders, InstantSource clock) {
        this(settings, keys, senders, Optional.empty(), clock);
    }

    /** @param forwards paths of mail that is forwarded, if there are such */
    public ReturnPaths(Settings settings, ReturnKeys keys, ReturnSenders senders, Optional<ForwardPaths> forwards,
            InstantSource clock) {
        this.settings = settings;
        this.keys = keys;
        this.senders = senders;
        this.names = new SenderNames(senders, clock);
        this.key = new HeldKey(keys, clock);
        this.forwards = forwards;
        this.clock = clock;
    }

    /**
     * {@return the message as the next server is to get it: with a return path, where its sender is among the chosen} Where the store
     * is out of reach and knows no key or not yet the sender, the mail leaves with its own reverse-path.
     */
    public Message outward(Message message) {
        Optional<Mailbox> sender = message.envelope().reversePath().mailbox().filter(this::isChosen);
        return sender.flatMap(chosen -> key.get().flatMap(held -> issue(held, message.id(), chosen)))
                .map(path -> message.with(message.envelope().from(ReversePath.of(path))))
                .orElse(message);
    }

    /** {@return until when the path counts with which mail of this sender leaves now; empty where it leaves with its own} */
    public Optional<Instant> countsUntil(ReversePath sender) {
        return sender.mailbox()
                .filter(this::isChosen)
                .map(chosen -> clock.instant().plus(settings.lifetime()).plus(Duration.ofDays(1)));
    }

    private Optional<Mailbox> issue(ReturnKey key, QueueId about, Mailbox sender) {
        long expiryDay = day(clock.instant().plus(settings.lifetime())) + 1;
        return names.of(sender, key)
                .map(name -> new Mailbox(ReturnToken.sign(key, expiryDay, about, name).toString(), settings.domain()));
    }

    static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }

    private boolean isChosen(Mailbox sender) {
        return settings.senders().stream().anyMatch(pattern -> covers(pattern, sender));
    }

    private static boolean covers(RecipientPattern pattern, Mailbox sender) {
        return switch (pattern) {
            case RecipientPattern.Anyone all -> true;
            case RecipientPattern.OfDomain of -> of.domain().equals(sender.domain());
            case RecipientPattern.OfSubdomains of -> sender.domain().key().endsWith("." + of.parent().key());
            case RecipientPattern.OfMailbox of -> of.mailbox().localName().equalsIgnoreCase(sender.localName())
                    && of.mailbox().domain().equals(sender.domain());
        };
    }

    /** {@return whether the recipient has the form of a return path; whether it is one, {@link #read} tells} */
    public boolean isReturn(Mailbox recipient) {
        return token(recipient).isPresent() || forwards.filter(paths -> paths.isOne(recipient)).isPresent();
    }

    private Optional<ReturnToken> token(Mailbox recipient) {
        return settings.domain().equals(recipient.domain())
                ? ReturnToken.parse(recipient.localName())
                : Optional.empty();
    }

    /**
     * {@return the sender of the message that a path we have issued is about; empty when the store has forgotten it}
     *
     * @throws RuntimeException when the store is out of reach
     */
    public Optional<Mailbox> sender(Mailbox path) {
        return token(path).flatMap(token -> senders.find(token.sender()));
    }

    /**
     * {@return what the recipient is} May ask the store for a key.
     *
     * @throws RuntimeException when the store is out of reach
     */
    public Reading read(Mailbox recipient) {
        Optional<ReturnToken> token = token(recipient);
        if (token.isEmpty()) {
            return forwards.map(paths -> paths.read(recipient)).orElseGet(Foreign::new);
        }
        if (keys.find(token.get().keyId()).filter(token.get()::isSignedWith).isEmpty()) {
            return new Forged();
        }
        QueueId about = token.get().about();
        return day(clock.instant()) < token.get().expiryDay() ? new Issued(about) : new Expired(about);
    }
}
