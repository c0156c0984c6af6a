package org.postern.bounce;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueId;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Addresses of our own, one for each submission whose application asks for replies: what comes to one is an answer to that. They are
 * signed and end, so that nobody can make one, or use one for ever; to whom they lead is kept in the store. Safe for many threads.
 */
public final class ReplyAddresses {
    private final Optional<Domain> domain;
    private final ReturnKeys keys;
    private final Conversations conversations;
    private final InstantSource clock;
    private final HeldKey key;

    /** What a recipient is. */
    public sealed interface Reading {}

    /** No reply address: an address like any other. */
    public record Foreign() implements Reading {}

    /** An address that we have made. */
    public record Asked(QueueId question, Conversation conversation, boolean isOver) implements Reading {}

    /** Of the form of a reply address, but not ours, or forgotten. */
    public record Unknown() implements Reading {}

    /** @param domain to the right of the {@code @}, whose mail must come to this gateway; empty, and there are no such addresses */
    public ReplyAddresses(Optional<Domain> domain, ReturnKeys keys, Conversations conversations, InstantSource clock) {
        // Mail is not to need SMTPUTF8 because of an address that we add.
        this.domain = domain.map(Domain::key).map(Domain::new);
        this.keys = keys;
        this.conversations = conversations;
        this.clock = clock;
        this.key = new HeldKey(keys, clock);
    }

    /** {@return whether applications may ask for replies} */
    public boolean areMade() {
        return domain.isPresent();
    }

    /**
     * {@return the address to which answers to this submission come, until the conversation ends} It is kept, and counts, on return.
     *
     * @throws RuntimeException when the store is out of reach
     * @throws IllegalStateException when there are no such addresses
     */
    public Mailbox open(QueueId question, Conversation conversation) {
        Domain ours = domain.orElseThrow(() -> new IllegalStateException("no domain for replies is set"));
        ReturnKey held = key.get().orElseGet(keys::current);
        conversations.keep(question, conversation);
        return new Mailbox(ReplyToken.sign(held, conversation.end().getEpochSecond(), question).toString(), ours);
    }

    /** {@return whether the recipient has the form of a reply address; whether it is one, {@link #read} tells} */
    public boolean isOne(Mailbox recipient) {
        return token(recipient).isPresent();
    }

    private Optional<ReplyToken> token(Mailbox recipient) {
        return domain.filter(recipient.domain()::equals).flatMap(ours -> ReplyToken.parse(recipient.localName()));
    }

    /**
     * {@return what the recipient is} May ask the store.
     *
     * @throws RuntimeException when the store is out of reach
     */
    public Reading read(Mailbox recipient) {
        Optional<ReplyToken> token = token(recipient);
        if (token.isEmpty()) {
            return new Foreign();
        }
        ReplyToken given = token.get();
        return keys.find(given.keyId())
                .filter(given::isSignedWith)
                .flatMap(ours -> conversations.find(given.question()))
                .<Reading>map(found -> new Asked(given.question(), found,
                        clock.instant().getEpochSecond() >= given.end()))
                .orElseGet(Unknown::new);
    }
}
