package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Caller;
import org.postern.admin.learn.LearningDesk;
import org.postern.content.learn.Label;
import org.postern.content.learn.Sample;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
     * {@return how many of them were still parked, and are done} What whoever acts may not see is as if it were not there.
     *
     * @throws QueueUnavailableException when that cannot be recorded now; then nothing was done
     */
    int carryOut(ParkedAct act, Collection<String> keys, String by) throws QueueUnavailableException {
        Collection<String> own = Caller.ofWhom().isAll() ? keys : waiting.within(Caller.ofWhom(), keys);
        return own.isEmpty() ? 0 : carryOutAll(act, own, by);
    }

    private int carryOutAll(ParkedAct act, Collection<String> keys, String by) throws QueueUnavailableException {
        return switch (act) {
            case ParkedAct.RetryNow() -> released(keys, by).many();
            case ParkedAct.ReleaseAsHam() -> teach(Label.HAM, keys, by, this::released);
            case ParkedAct.DropAsSpam() -> teach(Label.SPAM, keys, by, this::dropped);
            case ParkedAct.ReleaseAndAllow() -> list(ListEntry.Effect.ALLOW, keys, by, this::released);
            case ParkedAct.DropAndBlock() -> list(ListEntry.Effect.BLOCK, keys, by, this::dropped);
            case ParkedAct.Forget() -> (int) keys.stream().filter(learning::forget).count();
            case ParkedAct.Hold() ->
                waiting.change(keys, changed::held, by, mail -> changed.tellHeld(mail, by));
            case ParkedAct.Drop() -> dropped(keys, by).many();
            case ParkedAct.Expire() -> waiting.drop(keys, mail -> givenUp.giveUp(mail, Optional.empty(), by));
            case ParkedAct.Bounce(Reply reply) ->
                waiting.drop(keys, mail -> givenUp.giveUp(mail, Optional.of(reply), by));
            case ParkedAct.RedirectTo(Destination destination) -> waiting.change(keys,
                    message -> changed.redirected(message, destination), by,
                    mail -> changed.tellRedirected(mail, destination.toString(), by));
            case ParkedAct.ReplaceRecipient(Mailbox recipient) -> replace(keys, recipient, by);
        };
    }

    /** What is done to mail before more comes of it. */
    @FunctionalInterface
    private interface First {
        Done to(Collection<String> keys, String by) throws QueueUnavailableException;
    }

    /**
     * What came of it.
     *
     * @param many how many were still parked
     * @param keys of those, and maybe of others that were not parked any more
     */
    private record Done(int many, Collection<String> keys) {}

    private Done released(Collection<String> keys, String by) {
        int many = waiting.bringForward(keys, clock.instant(), by);
        return new Done(many, many == 0 ? List.of() : keys);
    }

    private Done dropped(Collection<String> keys, String by) throws QueueUnavailableException {
        Set<String> dropped = new HashSet<>();
        int many = waiting.drop(keys, mail -> {
            givenUp.tell(mail, by);
            mail.forEach(one -> dropped.add(one.message().key()));
        });
        return new Done(many, dropped);
    }

    /**
     * Reads while the content is there, and teaches when the rest is done. What is beyond a person's measure for the day is not learnt, and the act is done
     * all the same.
     */
    private int teach(Label label, Collection<String> keys, String by, First first) throws QueueUnavailableException {
        Map<String, Sample> samples = read(keys, key -> learning.read(label, key));
        return then(first.to(keys, by), samples, sample -> learning.keep(sample, by));
    }

    /** Finds out before anything is done whether each sender can be on the list, and puts those there of what was done. */
    private int list(ListEntry.Effect effect, Collection<String> keys, String by, First first)
            throws QueueUnavailableException {
        Map<String, String> senders = read(keys, key -> lists.sender(effect, key, ListEntry.ALL));
        return then(first.to(keys, by), senders, sender -> lists.put(effect, sender, ListEntry.ALL, by));
    }

    private static <T> Map<String, T> read(Collection<String> keys, Function<String, Optional<T>> reader) {
        Map<String, T> read = new HashMap<>();
        keys.forEach(key -> reader.apply(key).ifPresent(one -> read.put(key, one)));
        return read;
    }

    private static <T> int then(Done done, Map<String, T> read, Consumer<T> more) {
        if (done.many() > 0) {
            Act.did();
        }
        done.keys().stream().map(read::get).filter(Objects::nonNull).forEach(more);
        return done.many();
    }

    private int replace(Collection<String> keys, Mailbox recipient, String by) throws QueueUnavailableException {
        Map<String, String> before = new HashMap<>();
        return waiting.change(keys, message -> {
            before.put(message.key(), changed.recipients(message));
            return changed.redirected(message, recipient);
        }, by, mail -> changed.tellReplaced(mail, recipient, before, by));
    }
}
