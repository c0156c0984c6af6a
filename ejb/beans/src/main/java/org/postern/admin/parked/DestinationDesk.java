package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Edits;
import org.postern.delivery.gate.ControlsInForce;
import org.postern.delivery.gate.DestinationControl;
import org.postern.delivery.gate.DestinationControls;
import org.postern.delivery.gate.DestinationGate;
import org.postern.delivery.gate.DoorView;
import org.postern.event.Page;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.WaitingMail;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a person can do about a destination. It is kept, and all nodes follow it within seconds. */
@Desk
@Singleton
public class DestinationDesk {
    /** The longest page. */
    public static final int MAX_LIMIT = 200;
    private static final Sentence.Form RETRIED_BY = Sentence.form("auditDestinationRetriedByX",
            "retried by operation {0}");
    private static final Sentence NOT_FLUSHED = Sentence
            .form("auditDestinationNotFlushed", "not flushed: too many operations are going on")
            .with();
    private static final Sentence.Form CONCURRENCY = Sentence.form("auditDestinationConcurrencyX", "concurrency {0}");
    private static final Sentence.Form PER_MINUTE = Sentence.form("auditDestinationPerMinuteX", "per minute {0}");
    private static final Sentence NOT_LIMITED = Sentence.form("auditDestinationNotLimited", "not limited").with();
    private static final int LOOKED_AT = 100;
    private static final int MOST_REPLIES = 5;

    private final DestinationControls controls;
    private final ControlsInForce inForce;
    private final DestinationGate gate;
    private final WaitingMail waiting;
    private final Operations operations;
    private final InstantSource clock;

    @Inject
    DestinationDesk(DestinationControls controls, ControlsInForce inForce, DestinationGate gate, WaitingMail waiting,
            Operations operations, InstantSource clock) {
        this.controls = controls;
        this.inForce = inForce;
        this.gate = gate;
        this.waiting = waiting;
        this.operations = operations;
        this.clock = clock;
    }

    /** {@return the destinations after this one that mail waits for, or that somebody said something about} */
    @Looks(Role.AUDITOR)
    public List<DestinationView> after(String destination, int limit) {
        int lines = Math.clamp(limit, 1, MAX_LIMIT);
        Map<String, DestinationControl> said = controls.all()
                .stream()
                .collect(Collectors.toMap(DestinationControl::destination, Function.identity()));
        Collection<String> names = new TreeSet<>(waiting.destinations(destination, lines));
        said.keySet().stream().filter(name -> name.compareTo(destination) > 0).forEach(names::add);
        return names.stream().limit(lines).map(name -> view(name, Optional.ofNullable(said.get(name)))).toList();
    }

    /** {@return this destination, whether anything waits for it or not} */
    @Looks(Role.AUDITOR)
    public DestinationView find(Destination destination) {
        String name = destination.toString();
        return view(name, controls.all().stream().filter(one -> one.destination().equals(name)).findFirst());
    }

    /** {@return what was said last of mail that waits for it, each once, that of what is due first} */
    @Looks(Role.AUDITOR)
    public List<String> lastReplies(Destination destination) {
        return waiting
                .list(ParkedQuery.first(LOOKED_AT).of(ParkedFilter.everything().headedFor(destination.toString())))
                .stream()
                .map(ParkedSummary::lastReply)
                .filter(reply -> !reply.isEmpty())
                .distinct()
                .limit(MOST_REPLIES)
                .toList();
    }

    /** {@return the hosts that keep mail waiting on this node now: those that fail, are slow, or have as much as they may} */
    @Looks(Role.AUDITOR)
    public List<DoorView> doors() {
        return gate.survey(MAX_LIMIT);
    }

    private DestinationView view(String name, Optional<DestinationControl> control) {
        return new DestinationView(name,
                waiting.count(ParkedFilter.everything().headedFor(name), Page.COUNTED),
                control.filter(DestinationControl::paused).isPresent(),
                control.map(DestinationControl::concurrency).orElse(OptionalInt.empty()),
                control.map(DestinationControl::perMinute).orElse(OptionalInt.empty()),
                control.map(DestinationControl::by).orElse(""));
    }

    /** Nothing is tried there from now on; what comes to its turn waits until it is resumed, or its time is over. */
    @Acts(value = Role.OPERATOR, as = "destination paused")
    public void pause(Destination destination, String by) {
        change(destination, control -> control.paused(true, by, clock.instant()));
    }

    /** Tries all that waits for it, from now on. {@return the operation; empty when too many are going on: flush it later} */
    @Acts(value = Role.OPERATOR, as = "destination resumed")
    public Optional<OperationView> resume(Destination destination, String by) {
        change(destination, control -> control.paused(false, by, clock.instant()));
        Optional<OperationView> operation = flush(destination, by);
        Act.tells(Sentence.asItIs(destination.toString()), Act.NOTHING,
                operation.map(begun -> RETRIED_BY.with(begun.id())).orElse(NOT_FLUSHED));
        return operation;
    }

    /** Tries all that was deferred there now; what is held stays. {@return the operation; empty when too many are going on} */
    @Acts(value = Role.OPERATOR, as = "destination flushed")
    public Optional<OperationView> flush(Destination destination, String by) {
        ParkedFilter deferred = ParkedFilter.everything()
                .headedFor(destination.toString())
                .waitingFor(Reason.DEFERRED);
        return operations.begin(new ParkedAct.RetryNow(), new Selection.Matching(deferred), by);
    }

    /** Limits deliveries there. */
    @Acts(value = Role.OPERATOR, as = "destination limited")
    public void limit(Destination destination, OptionalInt concurrency, OptionalInt perMinute, String by) {
        Act.tells(Sentence.asItIs(destination.toString()), Act.NOTHING, Sentence.joined(", ",
                List.of(CONCURRENCY.with(said(concurrency)), PER_MINUTE.with(said(perMinute)))));
        change(destination, control -> control.limited(concurrency, perMinute, by, clock.instant()));
    }

    private static Sentence said(OptionalInt limit) {
        return limit.isPresent() ? Sentence.asItIs(Integer.toString(limit.getAsInt())) : NOT_LIMITED;
    }

    private void change(Destination destination, UnaryOperator<DestinationControl> change) {
        UnaryOperator<DestinationControl> told = before -> {
            DestinationControl after = change.apply(before);
            Edits.tell(DestinationShelf.said(before), DestinationShelf.said(after));
            return after;
        };
        try {
            controls.change(destination.toString(), told);
        } catch (RuntimeException atTheSameMoment) {
            controls.change(destination.toString(), told);
        }
        Act.did();
        inForce.now(controls.all());
    }
}
