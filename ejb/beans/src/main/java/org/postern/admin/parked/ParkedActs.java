package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.learn.LearningDesk;
import org.postern.content.learn.Label;
import org.postern.mail.Mailbox;
import org.postern.pipeline.parked.ChangedMail;
import org.postern.pipeline.parked.GivenUpMail;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.reputation.entry.ListEntry;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Does what a person wants about some parked messages. Each act stands in the story of each message, with the person's name. */
@Singleton
public class ParkedActs {
    private final WaitingMail waiting;
    private final GivenUpMail givenUp;
    private final ChangedMail changed;
    private final LearningDesk learning;
    private final SenderLists lists;
    private final InstantSource clock;

    @Inject
    ParkedActs(WaitingMail waiting, GivenUpMail givenUp, ChangedMail changed, LearningDesk learning,
            SenderLists lists, InstantSource clock) {
        this.waiting = waiting;
        this.givenUp = givenUp;
        this.changed = changed;
        this.learning = learning;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * {@return how many of them were still parked, and are done}
     *
     * @throws QueueUnavailableException when that cannot be recorded now; then nothing was done
     */
    int carryOut(ParkedAct act, Collection<String> keys, String by) throws QueueUnavailableException {
        if (keys.isEmpty()) {
            return 0;
        }
        return switch (act) {
            case ParkedAct.RetryNow() -> waiting.bringForward(keys, clock.instant(), by);
            case ParkedAct.ReleaseAsHam() -> {
                teach(Label.HAM, keys, by);
                yield waiting.bringForward(keys, clock.instant(), by);
            }
            case ParkedAct.DropAsSpam() -> {
                teach(Label.SPAM, keys, by);
                yield waiting.drop(keys, mail -> givenUp.tell(mail, by));
            }
            case ParkedAct.ReleaseAndAllow() -> {
                keys.forEach(key -> lists.put(ListEntry.Effect.ALLOW, key, ListEntry.ALL, by));
                yield waiting.bringForward(keys, clock.instant(), by);
            }
            case ParkedAct.DropAndBlock() -> {
                keys.forEach(key -> lists.put(ListEntry.Effect.BLOCK, key, ListEntry.ALL, by));
                yield waiting.drop(keys, mail -> givenUp.tell(mail, by));
            }
            case ParkedAct.Forget() -> (int) keys.stream().filter(learning::forget).count();
            case ParkedAct.Hold() ->
                waiting.change(keys, changed::held, by, mail -> changed.tellHeld(mail, by));
            case ParkedAct.Drop() -> waiting.drop(keys, mail -> givenUp.tell(mail, by));
            case ParkedAct.Expire() -> waiting.drop(keys, mail -> givenUp.giveUp(mail, Optional.empty(), by));
            case ParkedAct.Bounce(Reply reply) ->
                waiting.drop(keys, mail -> givenUp.giveUp(mail, Optional.of(reply), by));
            case ParkedAct.RedirectTo(Destination destination) -> waiting.change(keys,
                    message -> changed.redirected(message, destination), by,
                    mail -> changed.tellRedirected(mail, destination.toString(), by));
            case ParkedAct.ReplaceRecipient(Mailbox recipient) -> replace(keys, recipient, by);
        };
    }

    /** Before the act, while the content is there. What is beyond a person's measure for the day is not learnt, and the act is done all the same. */
    private void teach(Label label, Collection<String> keys, String by) {
        keys.forEach(key -> learning.teach(label, key, by));
    }

    private int replace(Collection<String> keys, Mailbox recipient, String by) throws QueueUnavailableException {
        Map<String, String> before = new HashMap<>();
        return waiting.change(keys, message -> {
            before.put(message.key(), changed.recipients(message));
            return changed.redirected(message, recipient);
        }, by, mail -> changed.tellReplaced(mail, recipient, before, by));
    }
}
