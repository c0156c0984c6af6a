package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.broker.ReceivedMail;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.pipeline.letters.Answered;
import org.postern.pipeline.letters.ExpansionReports;
import org.postern.pipeline.letters.Receipts;
import org.postern.pipeline.letters.ReturnedMail;
import org.postern.policy.AfterAcceptance;
import org.postern.policy.FilterChain;
import org.postern.queue.Dispatch;
import org.postern.queue.HeldUntil;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.receiver.Reason;
import org.postern.routing.Way;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What becomes of a message that is ours already. May be asked twice for one message, after a crash: everything it does it does once,
 * by keys made from the delivery.
 */
@Singleton
public class Judgement {
    private static final String NO_WAY = "; add a route or change it, then release the message";

    private final FilterChain filters;
    private final Dispatch dispatch;
    private final ReturnedMail returns;
    private final Answered answered;
    private final Receipts receipts;
    private final ExpansionReports reports;
    private final MailQueue queue;
    private final ParkedMessages parked;
    private final UnreadMail unread;
    private final EventSource events;
    private final InstantSource clock;

    @Inject
    Judgement(FilterChain filters, Dispatch dispatch, ReturnedMail returns, Answered answered, Receipts receipts,
            ExpansionReports reports, MailQueue queue, ParkedMessages parked, UnreadMail unread, EventSource events,
            InstantSource clock) {
        this.filters = filters;
        this.dispatch = dispatch;
        this.returns = returns;
        this.answered = answered;
        this.receipts = receipts;
        this.reports = reports;
        this.queue = queue;
        this.parked = parked;
        this.unread = unread;
        this.events = events;
        this.clock = clock;
    }

    void on(ReceivedMail received) throws IOException, QueueUnavailableException {
        Message message = received.mail().message();
        Assessment known = received.mail().arrival().assessment();
        switch (known.verdict()) {
            case RELEASED -> sendOn(received);
            case QUARANTINE -> quarantine(received, known.reason());
            default -> judge(received, message);
        }
    }

    private void judge(ReceivedMail received, Message message) throws IOException, QueueUnavailableException {
        switch (filters.afterwards(message, HeaderSection.of(message.content()))) {
            case AfterAcceptance.Accept accept -> sendOn(received);
            case AfterAcceptance.Park park -> quarantine(received, park.reason());
            case AfterAcceptance.Discard discard -> discard(received.mail(), discard.reason());
        }
    }

    private void sendOn(ReceivedMail given) throws IOException, QueueUnavailableException {
        Optional<Instant> held = heldUntil(given.mail());
        if (held.isPresent()) {
            hold(given, held.get());
            return;
        }
        ReturnedMail.Returned returned = answered.read(returns.read(given));
        ReceivedMail received = returned.mail();
        Dispatch.Dispatched dispatched = receipts.with(dispatched(received), clock.instant());
        List<Event> story = new ArrayList<>(returned.reported());
        List<Posting> postings = new ArrayList<>(returned.postings());
        story.addAll(returned.handedOver());
        for (Posting posting : returned.postings()) {
            Optional<Receipts.Receipt> receipt = receipts.of(posting, clock.instant());
            receipt.map(Receipts.Receipt::posting).ifPresent(postings::add);
            receipt.map(Receipts.Receipt::event).ifPresent(story::add);
        }
        story.addAll(dispatched.events());
        story.addAll(holdNowhere(received, dispatched));
        postings.addAll(dispatched.postings());
        Optional<ExpansionReports.Report> report = reports.of(received, dispatched.expansions());
        report.map(ExpansionReports.Report::posting).ifPresent(postings::add);
        report.map(ExpansionReports.Report::event).ifPresent(story::add);
        queue.post(postings, story);
    }

    private Optional<Instant> heldUntil(QueuedMail mail) {
        return HeldUntil.of(mail.message().envelope().parameters(), mail.arrived()).filter(clock.instant()::isBefore);
    }

    /** Its sender wants it to go on later (RFC 4865). For the retry schedule it arrives then. */
    private void hold(ReceivedMail received, Instant until) throws IOException, QueueUnavailableException {
        keep(received,
                new Stay(ParkedMessage.Reason.HELD, Optional.of(until), "until " + until + ", as its sender wants"),
                mail -> mail.arrivedAt(until), Judgement::noWay);
    }

    private void quarantine(ReceivedMail received, Reason reason) throws IOException, QueueUnavailableException {
        String words = reason.evidence().orElse(reason.toString());
        QueuedMail mail = received.mail();
        keep(received.with(mail.assessed(mail.arrival().assessment().judged(Verdict.QUARANTINE, reason))),
                new Stay(ParkedMessage.Reason.QUARANTINED, Optional.empty(), words), same -> same, none -> words);
    }

    /** Why it waits, and until when. */
    private record Stay(ParkedMessage.Reason why, Optional<Instant> until, String reason) {}

    /** Each part waits for itself, its destination known, so that a release does not judge it again. */
    private void keep(ReceivedMail given, Stay stay, UnaryOperator<QueuedMail> changed,
            Function<Way.Nowhere, String> nowhere) throws IOException, QueueUnavailableException {
        ReturnedMail.Returned returned = answered.read(returns.read(given));
        Dispatch.Dispatched dispatched = dispatched(returned.mail());
        List<Event> story = new ArrayList<>(returned.reported());
        story.addAll(ended(dispatched));
        for (Posting posting : Stream.concat(returned.postings().stream(), dispatched.postings().stream()).toList()) {
            story.add(park(posting.duplicateKey().orElseThrow(), changed.apply(posting.mail()), posting.queue(), stay));
        }
        story.addAll(parkNowhere(returned.mail(), dispatched.nowhere(), stay.why(), nowhere));
        queue.post(List.of(), story);
    }

    /** {@return what happened to recipients who need not wait: they stand for others, or their mail is thrown away} */
    private static List<Event> ended(Dispatch.Dispatched dispatched) {
        return dispatched.events()
                .stream()
                .filter(event -> event.kind() == EventKind.EXPANDED || event.kind() == EventKind.DROPPED)
                .toList();
    }

    private void discard(QueuedMail mail, Reason reason) throws QueueUnavailableException {
        queue.post(List.of(), List.of(events.about(mail.message(), EventKind.DROPPED)
                .detail(reason.toString())
                .assessed(mail.arrival().assessment().because(reason))
                .telling(telling(mail, SubmissionOutcome.FAILED, "discarded: " + reason))
                .event()));
    }

    private Dispatch.Dispatched dispatched(ReceivedMail received) {
        return dispatch.of(received.mail(), Optional.of(received.delivery()));
    }

    private List<Event> holdNowhere(ReceivedMail received, Dispatch.Dispatched dispatched)
            throws IOException, QueueUnavailableException {
        List<Event> story = new ArrayList<>();
        List<Way.Nowhere> forAPerson = new ArrayList<>();
        int parts = 0;
        for (Way.Nowhere none : dispatched.nowhere()) {
            if (none.isUnread()) {
                String key = received.delivery() + ">unread#" + parts++;
                story.addAll(unread.keep(key, part(received, none), none.reason().toString()));
            } else {
                forAPerson.add(none);
            }
        }
        story.addAll(parkNowhere(received, forAPerson, ParkedMessage.Reason.HELD, Judgement::noWay));
        return story;
    }

    private static QueuedMail part(ReceivedMail received, Way way) {
        return received.mail().with(received.mail().message().with(way.envelope()));
    }

    private static String noWay(Way.Nowhere none) {
        return none.reason() + NO_WAY;
    }

    private List<Event> parkNowhere(ReceivedMail received, List<Way.Nowhere> nowhere, ParkedMessage.Reason why,
            Function<Way.Nowhere, String> reason) {
        List<Event> story = new ArrayList<>();
        for (Way.Nowhere none : nowhere) {
            QueuedMail mail = part(received, none);
            String key = received.delivery() + ">nowhere" + (story.isEmpty() ? "" : "#" + story.size());
            story.add(park(key, mail, MailQueue.INCOMING, new Stay(why, Optional.empty(), reason.apply(none))));
        }
        return story;
    }

    private Event park(String key, QueuedMail mail, String target, Stay stay) {
        parked.park(new ParkedMessage(key, mail, stay.why(), stay.until(), target, stay.reason()));
        return events.about(mail.message(), EventKind.PARKED)
                .destination(mail.destination().map(Object::toString).orElse("nowhere"))
                .detail(stay.why() + ": " + stay.reason())
                .assessed(mail.arrival().assessment())
                .telling(stay.why() == ParkedMessage.Reason.QUARANTINED
                        ? telling(mail, SubmissionOutcome.QUARANTINED, stay.reason())
                        : Optional.empty())
                .event();
    }

    private static Optional<Telling> telling(QueuedMail mail, SubmissionOutcome outcome, String reason) {
        return mail.telling(outcome).map(telling -> telling.because(Telling.Ground.of(reason)));
    }
}
