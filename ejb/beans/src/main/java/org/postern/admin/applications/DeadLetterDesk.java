package org.postern.admin.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.Operations;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetterMoves;
import org.postern.broker.EmbeddedBroker;
import org.postern.broker.DeadLetterMoves.Fate;
import org.postern.broker.DeadLetters;
import org.postern.queue.Backlog;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What nobody could process, and what a person does about it. Each act stands in the story of the mail, with the person's name. */
@Desk
@Singleton
public class DeadLetterDesk {
    /** The longest page. */
    public static final int MAX_LIMIT = 200;

    private static final Sentence.Form DEAD_LETTER = Sentence.form("auditDeadLetterX", "dead letter {0}");
    private static final Sentence GONE = Sentence.form("deadLetterGone", "It is there no more.").with();
    private static final Sentence.Form KEPT = Sentence.form("deadLetterKept", "Nothing was done: {0}.");
    private static final Sentence.Form NOT_DEAD = Sentence.form("noDeadLettersInX",
            "There are no such messages in {0}.");
    private static final Sentence.Form NO_WAY = Sentence.form("nothingCanBeSentToX", "Nothing can be sent to {0}.");

    private static final Sentence.Form LIVES = Sentence.form("liesWhereApplicationsRead",
            "it lies in {0}, which applications read");

    private static final Sentence.Form ONE_ALONE = Sentence.form("envelopeOfOneAlone",
            "the envelope is mended of one message at a time");

    private final Figuring figuring;
    private final DeadLetters letters;
    private final DeadLetterMoves moves;
    private final Operations operations;
    private final Backlog backlog;
    private final EmbeddedBroker broker;
    private final InstantSource clock;

    @Inject
    DeadLetterDesk(Figuring figuring, DeadLetters letters, DeadLetterMoves moves, Operations operations,
            Backlog backlog, EmbeddedBroker broker, InstantSource clock) {
        this.figuring = figuring;
        this.letters = letters;
        this.moves = moves;
        this.operations = operations;
        this.backlog = backlog;
        this.broker = broker;
        this.clock = clock;
    }

    /** {@return the queues in which such messages lie, with how many; 0 where the broker does not say} */
    @Looks(Role.AUDITOR)
    public Map<String, Long> queues() {
        Map<String, Long> queues = new TreeMap<>();
        figuring.now().dead().forEach(name -> queues.put(name, depth(name)));
        return queues;
    }

    private long depth(String queue) {
        return figuring.now().of("queue:" + queue).map(QueueReading.Figures::depth).orElse(0L);
    }

    /**
     * {@return a page of one of these queues, in the order in which a reader would get it; of a queue no more than
     * {@link DeadLetters#LOOKED_THROUGH} are looked through}
     *
     * @param from in which queue they were before; empty for all
     * @param after the id of the last one of the page before; empty for the first page
     * @param limit at most {@link #MAX_LIMIT}
     * @throws QueueUnavailableException when the broker does not answer
     */
    @Looks(Role.AUDITOR)
    public List<DeadLetterView> list(String queue, Optional<String> from, String after, int limit)
            throws QueueUnavailableException {
        return isDead(queue)
                ? letters.list(queue, from, after, Math.clamp(limit, 1, MAX_LIMIT))
                        .stream()
                        .map(DeadLetterView::of)
                        .toList()
                : List.of();
    }

    /**
     * {@return how many are in one of these queues that no list shows at this moment} They are being moved, completed or given back, and are there again, or where
     * they were sent, a moment later; 0 where the broker does not say.
     */
    @Looks(Role.AUDITOR)
    public long inMotion(String queue) {
        return isDead(queue) ? broker.inMotion(queue).orElse(0) : 0;
    }

    /**
     * {@return the message, without its content}
     *
     * @throws QueueUnavailableException when the broker does not answer
     */
    @Looks(Role.AUDITOR)
    public Optional<DeadLetterView> find(DeadLetterKey key) throws QueueUnavailableException {
        return isDead(key.queue())
                ? letters.find(key.queue(), key.id()).map(DeadLetterView::of)
                : Optional.empty();
    }

    /**
     * Does it to one message, and waits until it is done. One that has no way to go stays where it is, and as it is.
     *
     * @return what was wrong; empty if it is done
     * @throws QueueUnavailableException when nothing could be done
     */
    @Acts(value = Role.OPERATOR, as = "dead letter acted on")
    public Optional<Sentence> now(DeadAct act, DeadLetterKey key, String by) throws QueueUnavailableException {
        Act.tells(DEAD_LETTER.with(key.toString()), Act.NOTHING, act.said());
        Optional<DeadLetter> letter = isDead(key.queue()) ? letters.find(key.queue(), key.id()) : Optional.empty();
        if (letter.isEmpty()) {
            return Optional.of(GONE);
        }
        Act.tells(DEAD_LETTER.with(key.toString()), before(act, letter.get()), act.said());
        Optional<Sentence> obstacle = kept(judge(act, by).of(letter.get()));
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Optional<Fate> fate = moves.move(key.queue(), key.id(), judge(act, by));
        return fate.isEmpty() ? Optional.of(GONE) : kept(fate.get());
    }

    private static Optional<Sentence> kept(Fate fate) {
        return fate instanceof Fate.Kept(Sentence reason) ? Optional.of(KEPT.with(reason)) : Optional.empty();
    }

    private static Sentence before(DeadAct act, DeadLetter letter) {
        return act instanceof DeadAct.Mend
                ? letter.envelope().map(DeadLetter::brief).map(Sentence::asItIs).orElse(Act.NOTHING)
                : Act.NOTHING;
    }

    /**
     * {@return the operation that was begun; empty when too many others are going on}
     *
     * @throws IllegalArgumentException if it cannot be done to any
     */
    @Acts(value = Role.OPERATOR, as = "dead letters acted on")
    public Optional<OperationView> begin(DeadAct act, DeadSelection selection, String by) {
        if (selection instanceof DeadSelection.All(String queue, Optional<String> from) && !isDead(queue)) {
            throw new RefusedException(NOT_DEAD.with(queue));
        }
        if (act instanceof DeadAct.Mend) {
            throw ONE_ALONE.refused();
        }
        if (act instanceof DeadAct.Replay(Optional<String> to)) {
            to.filter(name -> isDead(name) || backlog.lacks(name)).ifPresent(name -> {
                throw new RefusedException(NO_WAY.with(name));
            });
        }
        Optional<OperationView> begun = operations.begin(
                new DeadLetterJob(act, selection, moves, judge(act, by), clock.instant(), this::depth), by);
        Act.tells(selection.said(), Act.NOTHING, act.said());
        return begun;
    }

    private DeadLetterMoves.Judge judge(DeadAct act, String by) {
        return letter -> isDead(letter.queue())
                ? act.fate(letter, backlog::lacks, this::isDead, by)
                : new Fate.Kept(LIVES.with(letter.queue()));
    }

    private boolean isDead(String queue) {
        return figuring.now().dead().contains(queue);
    }
}
