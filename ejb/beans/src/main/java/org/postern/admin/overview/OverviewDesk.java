package org.postern.admin.overview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.flow.FlowDesk;
import org.postern.admin.flow.FlowHistory;
import org.postern.admin.flow.FlowRange;
import org.postern.admin.parked.DestinationDesk;
import org.postern.admin.parked.ParkedMail;
import org.postern.admin.server.QueueView;
import org.postern.admin.server.Readiness;
import org.postern.admin.server.Remarks;
import org.postern.admin.server.ServerView;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetters;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked at first. However many look, and however often, it is read once in a few seconds, and not at all while nobody looks. */
@Desk
@Singleton
public class OverviewDesk {
    private final ServerView server;
    private final Readiness readiness;
    private final Remarks remarks;
    private final ParkedMail parked;
    private final DestinationDesk destinations;
    private final DeadLetters letters;
    private final FlowDesk flow;
    private final Gauges gauges;
    private final InstantSource clock;
    private final Shared<Overview> shared;
    private final Map<FlowRange, Shared<FlowHistory>> histories;

    @Inject
    OverviewDesk(ServerView server, Readiness readiness, Remarks remarks, ParkedMail parked,
            DestinationDesk destinations, DeadLetters letters, FlowDesk flow, Gauges gauges, InstantSource clock) {
        this.server = server;
        this.readiness = readiness;
        this.remarks = remarks;
        this.parked = parked;
        this.destinations = destinations;
        this.letters = letters;
        this.flow = flow;
        this.gauges = gauges;
        this.clock = clock;
        this.shared = new Shared<>(this::read, clock);
        this.histories = Arrays.stream(FlowRange.values())
                .collect(Collectors.toMap(Function.identity(),
                        range -> new Shared<>(() -> flow.history(range), clock), (one, other) -> one,
                        () -> new EnumMap<>(FlowRange.class)));
    }

    /** {@return how all stands, as it was a few seconds ago at most} */
    @Looks(Role.AUDITOR)
    public Overview now() {
        return shared.now();
    }

    /** {@return what came and went over this range} */
    @Looks(Role.AUDITOR)
    public FlowHistory history(FlowRange range) {
        return histories.get(range).now();
    }

    private Overview read() {
        List<QueueView> queues = server.queues();
        return new Overview(Stream.concat(readiness.obstacles().stream(), remarks.all().stream()).toList(),
                gauges.all(server.certificates(), clock.instant()), queues, server.listeners(), parked.counts(),
                destinations.doors(), oldest(queues),
                parked.list(ParkedQuery.first(1).waitingFor(Reason.DEFERRED))
                        .stream()
                        .map(ParkedSummary::due)
                        .flatMap(Optional::stream)
                        .findFirst(),
                flow.lately());
    }

    private Optional<Instant> oldest(List<QueueView> queues) {
        boolean isEmpty = queues.stream()
                .filter(queue -> queue.name().equals(MailQueue.OUTGOING))
                .allMatch(queue -> queue.depth() == queue.scheduled());
        try {
            return isEmpty
                    ? Optional.empty()
                    : letters.list(MailQueue.OUTGOING, Optional.empty(), "", 1)
                            .stream()
                            .findFirst()
                            .map(DeadLetter::since);
        } catch (QueueUnavailableException notNow) {
            return Optional.empty();
        }
    }
}
