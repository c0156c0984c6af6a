package org.postern.admin.parked;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.AccessLog;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.AuditLog;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.access.Standing;
import org.postern.config.Settings;
import org.postern.mail.QueueIds;
import org.postern.queue.Backlog;
import org.postern.queue.Headroom;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.queue.WaitingSettings;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Operations on many messages: begun by a person, worked off by this node whether anybody watches or not, until they are done or cancelled.
 * A restart of the node ends them, and so does that the person may do such things no more; to begin one again goes on with the rest.
 */
@Desk
@Singleton
public class Operations {
    /** An operation, by its name. */
    public static final Sentence.Form NAMED = Sentence.form("auditOperationX", "operation {0}");
    private static final Sentence.Form ONE_CHOSEN = Sentence.form("auditOperationXMessageChosen",
            "{0} message that was chosen");
    private static final Sentence.Form CHOSEN = Sentence.form("auditOperationXMessagesChosen",
            "{0} messages that were chosen");
    private static final Sentence.Form NO_QUEUE = Sentence.form("noQueueX",
            "There is no queue {0}.");
    /** How many go on at once. */
    public static final int MOST_RUNNING = 4;
    private static final int MOST_KEPT = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ManagedExecutorService executor;
    private final WaitingMail waiting;
    private final ParkedActs acts;
    private final Backlog backlog;
    private final Settings settings;
    private final QueueIds ids;
    private final AuditLog log;
    private final Standing standing;
    private final InstantSource clock;

    private final Map<String, Operation> known = new LinkedHashMap<>();

    @Inject
    Operations(ManagedExecutorService executor, WaitingMail waiting, ParkedActs acts, Backlog backlog,
            Settings settings, QueueIds ids, AuditLog log, Standing standing, InstantSource clock) {
        this.executor = executor;
        this.waiting = waiting;
        this.acts = acts;
        this.backlog = backlog;
        this.settings = settings;
        this.ids = ids;
        this.log = log;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * {@return the operation that was begun; empty when {@link #MOST_RUNNING} others are still going on}
     *
     * @throws IllegalArgumentException if mail is to go to a queue that there is not
     */
    @Acts(value = Role.OPERATOR, as = "operation begun", ofDomains = true)
    public Optional<OperationView> begin(ParkedAct act, Selection selection, String by) {
        act.checkFor(Caller.ofWhom());
        if (act instanceof ParkedAct.RedirectTo(Destination.ApplicationQueue queue) && backlog.lacks(queue.name())) {
            throw NO_QUEUE.refused(queue.name());
        }
        OnParked what = new OnParked(act, selection.within(Caller.ofWhom()));
        Operation operation = new Operation(ids.next().text(), act.said(), what.subject(), by, clock.instant());
        int ahead = settings.get(WaitingSettings.AHEAD);
        OperationRun run = new OperationRun(waiting, doing(act, by),
                () -> new Headroom(backlog, ahead, MailQueue.INCOMING), clock, what, operation, PAUSE);
        return begin(operation, run::isStartedOn);
    }

    /**
     * {@return the operation that was begun, which is about something else than parked mail; empty when {@link #MOST_RUNNING} others are still going on}
     */
    @Acts(value = Role.OPERATOR, as = "operation begun")
    public Optional<OperationView> begin(Job job, String by) {
        Operation operation = new Operation(ids.next().text(), job.said(), job.subject(), by, clock.instant());
        Optional<Caller> caller = Caller.current();
        Progress allowed = new AllowedProgress(operation, () -> isAllowed(caller));
        return begin(operation, executor -> new OperationCourse(operation, clock).isStartedOn(executor,
                () -> job.work(allowed)));
    }

    /** {@return so many messages that somebody chose one by one, as the audit log tells of them} */
    public static Sentence chosen(int many) {
        return (many == 1 ? ONE_CHOSEN : CHOSEN).with(Integer.toString(many));
    }

    /** Begins to work on a thread. */
    @FunctionalInterface
    private interface Start {
        boolean on(Executor executor);
    }

    private Optional<OperationView> begin(Operation operation, Start start) {
        if (!admit(operation)) {
            return Optional.empty();
        }
        if (!start.on(task -> executor.execute(Caller.carried(Act.part(() -> {
            try {
                task.run();
            } finally {
                ended(operation);
            }
        }))))) {
            ended(operation);
        }
        Act.tells(operation.subject(), Act.NOTHING,
                Sentence.joined(", ", List.of(operation.act(), NAMED.with(operation.id()))));
        return Optional.of(operation.view());
    }

    private boolean isAllowed(Optional<Caller> caller) {
        return caller.filter(one -> !standing.covers(one, Role.OPERATOR)).isEmpty();
    }

    private OperationRun.Doing doing(ParkedAct act, String by) {
        Optional<Caller> caller = Caller.current();
        return new OperationRun.Doing() {
            @Override
            public int to(Collection<String> keys) throws QueueUnavailableException {
                return acts.carryOut(act, keys, by);
            }

            @Override
            public boolean isAllowed() {
                return Operations.this.isAllowed(caller);
            }
        };
    }

    private void ended(Operation operation) {
        Caller.current()
                .map(caller -> new AuditLine(0, clock.instant(), caller.name(), caller.role(), "operation ended",
                        operation.subject().toString(), "", operation.view().summary().toString()))
                .ifPresent(this::keep);
    }

    private void keep(AuditLine line) {
        try {
            log.write(line);
        } catch (RuntimeException e) {
            AccessLog.LOG.leftOpen(line.person(), line.act(), line.thing() + ": " + line.after(),
                    String.valueOf(e.getMessage()));
        }
    }

    private synchronized boolean admit(Operation operation) {
        List<OperationView> kept = known.values().stream().map(Operation::view).toList();
        if (kept.stream().filter(OperationView::isRunning).count() >= MOST_RUNNING) {
            return false;
        }
        known.put(operation.id(), operation);
        if (known.size() > MOST_KEPT) {
            kept.stream().filter(view -> !view.isRunning()).findFirst().ifPresent(view -> known.remove(view.id()));
        }
        return true;
    }

    /** {@return whether it is one of whoever asks, or they are not limited to some domains} */
    private static boolean isShown(Operation operation) {
        return Caller.current()
                .filter(caller -> !caller.domains().isAll() && !caller.name().equals(operation.by()))
                .isEmpty();
    }

    /** {@return those that go on or have ended lately, in the order in which they were begun} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public synchronized List<OperationView> all() {
        return new ArrayList<>(known.values()).stream().filter(Operations::isShown).map(Operation::view).toList();
    }

    /** {@return the operation of this name} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public synchronized Optional<OperationView> find(String id) {
        return Optional.ofNullable(known.get(id)).filter(Operations::isShown).map(Operation::view);
    }

    /** {@return whether any goes on, or has ended of which this person was not told yet} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public synchronized boolean isAwaited(String by) {
        return known.values()
                .stream()
                .filter(Operations::isShown)
                .anyMatch(
                        operation -> operation.view().isRunning()
                                || (operation.by().equals(by) && !operation.isTold()));
    }

    /** {@return those of this person, who asks, that have ended since he was told last, in the order in which they were begun} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public synchronized List<OperationView> news(String by) {
        if (Caller.current().filter(caller -> caller.name().equals(by)).isEmpty()) {
            return List.of();
        }
        return known.values()
                .stream()
                .filter(operation -> operation.by().equals(by) && operation.isNews())
                .map(Operation::view)
                .toList();
    }

    /** Ends an operation after the messages that are just having their turn; {@return whether there is one of this name} */
    @Acts(value = Role.OPERATOR, as = "operation cancelled", ofDomains = true)
    public synchronized boolean cancel(String id) {
        Optional<Operation> operation = Optional.ofNullable(known.get(id)).filter(Operations::isShown);
        if (operation.filter(one -> one.view().isRunning()).isEmpty()) {
            Act.didNothing();
        }
        operation.ifPresent(Operation::cancel);
        return operation.isPresent();
    }

    @PreDestroy
    synchronized void end() {
        known.values().forEach(Operation::cancel);
    }
}
