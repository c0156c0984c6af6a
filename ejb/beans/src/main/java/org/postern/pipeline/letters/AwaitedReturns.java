package org.postern.pipeline.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.bounce.ReturnPaths;
import org.postern.bounce.ReturnWishes;
import org.postern.bounce.ReturnWishes.Awaited;
import org.postern.broker.StoreReadiness;
import org.postern.event.OutcomeWish;
import org.postern.event.SubmissionOutcome;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.queue.QueuedMail;

import java.time.Instant;
import java.util.Optional;

/** Of which messages applications want to hear that they came back, where these leave with a return path. Holds up no mail. */
@Singleton
public class AwaitedReturns {
    private final ReturnPaths paths;
    private final ReturnWishes wishes;
    private final StoreReadiness stores;

    @Inject
    AwaitedReturns(ReturnPaths paths, ReturnWishes wishes, StoreReadiness stores) {
        this.paths = paths;
        this.wishes = wishes;
        this.stores = stores;
    }

    /**
     * Keeps what the application of this mail wants to hear later. While the database is away, nothing is kept.
     *
     * @param answered until when answers to it are taken; empty where none are asked for
     */
    public void expect(QueuedMail mail, Optional<Instant> answered) {
        Optional<OutcomeWish> wish = mail.arrival().wish().filter(one -> one.wants(SubmissionOutcome.RETURNED));
        if (wish.isPresent() && stores.areStoresWell()) {
            paths.countsUntil(mail.message().envelope().reversePath())
                    .or(() -> answered)
                    .ifPresent(until -> keep(mail.message(), wish.get(), until));
        }
    }

    private void keep(Message message, OutcomeWish wish, Instant until) {
        Awaited awaited = new Awaited(wish, message.envelope()
                .recipients()
                .stream()
                .map(recipient -> recipient.mailbox().toString())
                .toList());
        try {
            wishes.keep(message.id(), awaited, until);
        } catch (RuntimeException away) {
            LettersLog.LOG.returnsNotAwaited(message.id().text(), away.getMessage());
        }
    }

    /** {@return what an application wants to hear of bounces of this message} */
    Optional<Awaited> of(QueueId about) {
        try {
            return wishes.find(about);
        } catch (RuntimeException away) {
            LettersLog.LOG.returnsNotAwaited(about.text(), away.getMessage());
            return Optional.empty();
        }
    }
}
