package org.postern.delivery.outcome;

import org.postern.bounce.Classifier;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.Recipient;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the story of one attempt: one event for all recipients of which the same was said, with the class of what went wrong. */
final class DeliveryEvents {
    private static final Classifier CLASSES = Classifier.standard();

    /** RFC 3463, 3.5. */
    private static final String TIME_OVER = "4.4.7";

    private final EventSource source;
    private final String taking;
    private final QueuedMail mail;
    private final List<Event> events = new ArrayList<>();

    DeliveryEvents(EventSource source, String taking, QueuedMail mail) {
        this.source = source;
        this.taking = taking;
        this.mail = mail;
    }

    List<Event> all() {
        return events;
    }

    void delivered(List<RecipientResult> results) {
        tell(EventKind.DELIVERED, results, attempt(), mail.telling(SubmissionOutcome.DELIVERED));
    }

    /** @param next when they are tried again; empty when they are given up now */
    void deferred(List<RecipientResult> results, Optional<Instant> next) {
        tell(EventKind.DEFERRED, results, attempt(),
                next.flatMap(time -> mail.telling(SubmissionOutcome.DEFERRED)
                        .map(telling -> telling.at(taking).again(time))));
    }

    private String attempt() {
        return "attempt " + (mail.attempts() + 1);
    }

    /**
     * Tells of those among the recipients who failed.
     *
     * @param isOver whether the time is over that the sender has set: then that is what we say in our own words
     */
    void failed(List<ReportedRecipient> told, boolean isOver) {
        List<RecipientResult> forGood = failures(told, false);
        if (isOver) {
            tell(EventKind.FAILED, ours(forGood, false), "for good", mail.telling(SubmissionOutcome.FAILED));
            tell(EventKind.FAILED, ours(forGood, true), "for good", mail.telling(SubmissionOutcome.EXPIRED));
        } else {
            tell(EventKind.FAILED, forGood, "for good", mail.telling(SubmissionOutcome.FAILED));
        }
        tell(EventKind.FAILED, failures(told, true), "given up: its time is over",
                mail.telling(SubmissionOutcome.EXPIRED));
    }

    private static List<RecipientResult> ours(List<RecipientResult> results, boolean inOurWords) {
        return results.stream().filter(result -> result.diagnosis().isInOurWords() == inOurWords).toList();
    }

    private static List<RecipientResult> failures(List<ReportedRecipient> told, boolean expired) {
        return told.stream()
                .filter(one -> one.isFailed() && one.isExpired() == expired)
                .map(one -> new RecipientResult(one.recipient(), one.diagnosis()))
                .toList();
    }

    void parked(ParkedMessage parked) {
        events.add(draft(EventKind.PARKED).to(parked.mail().message().envelope().recipients())
                .reply(parked.lastReply())
                .detail("until " + parked.due().map(Instant::toString).orElse("a person says so"))
                .event());
    }

    void bounced(DeliveryStatusNotice notice) {
        events.add(draft(EventKind.BOUNCED).to(List.of(Recipient.of(notice.to())))
                .detail(actions(notice) + ": notice " + notice.id())
                .event());
    }

    private static String actions(DeliveryStatusNotice notice) {
        return notice.recipients()
                .stream()
                .map(recipient -> recipient.action().word())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void tell(EventKind kind, List<RecipientResult> results, String detail, Optional<Telling> telling) {
        Map<Diagnosis, List<Recipient>> said = new LinkedHashMap<>();
        results.forEach(
                result -> said.computeIfAbsent(result.diagnosis(), d -> new ArrayList<>()).add(result.recipient()));
        said.forEach((diagnosis, recipients) -> {
            EventSource.Draft draft = draft(kind).to(recipients)
                    .reply(diagnosis.reply().toString())
                    .detail(detail(detail, diagnosis))
                    .telling(telling.map(one -> one.because(ground(one.outcome(), detail, diagnosis))));
            diagnosis.peer().ifPresent(server -> draft.peer(server.toString()));
            events.add(draft.event());
        });
    }

    private static Telling.Ground ground(SubmissionOutcome outcome, String step, Diagnosis diagnosis) {
        Reply reply = diagnosis.reply();
        boolean ours = diagnosis.isInOurWords();
        return new Telling.Ground(Optional.of(ours ? step + "; " + String.join(" ", reply.lines()) : step),
                reply.isPositive() ? Optional.empty() : Optional.of(CLASSES.of(reply).toString()),
                outcome == SubmissionOutcome.EXPIRED && reply.isTransient()
                        ? Optional.of(TIME_OVER)
                        : reply.status().map(Object::toString),
                ours ? Optional.empty() : Optional.of(reply.toString()));
    }

    /** {@return the class of what went wrong, the remark of the step, and what more there is to tell} */
    private static String detail(String step, Diagnosis diagnosis) {
        String said = diagnosis.reply().isPositive() ? step : CLASSES.of(diagnosis.reply()) + "; " + step;
        return said + diagnosis.remark().map(remark -> "; " + remark).orElse("");
    }

    private EventSource.Draft draft(EventKind kind) {
        EventSource.Draft draft = source.about(mail.message(), kind);
        mail.destination().ifPresent(destination -> draft.destination(destination.toString()));
        return draft;
    }
}
