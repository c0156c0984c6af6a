package org.postern.delivery;

import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueuedMail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the story of one attempt: one event for all recipients of which the same was said. */
final class DeliveryEvents {
    private final QueueIds ids;
    private final QueuedMail mail;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();

    DeliveryEvents(QueueIds ids, QueuedMail mail, Instant now) {
        this.ids = ids;
        this.mail = mail;
        this.now = now;
    }

    List<Event> all() {
        return events;
    }

    void delivered(List<RecipientResult> results) {
        tell(EventKind.DELIVERED, results, "attempt " + (mail.attempts() + 1));
    }

    void deferred(List<RecipientResult> results) {
        tell(EventKind.DEFERRED, results, "attempt " + (mail.attempts() + 1));
    }

    void failed(List<FailedRecipient> failed) {
        tell(EventKind.FAILED, results(failed, false), "for good");
        tell(EventKind.FAILED, results(failed, true), "given up: its time is over");
    }

    private static List<RecipientResult> results(List<FailedRecipient> failed, boolean expired) {
        return failed.stream()
                .filter(failure -> failure.expired() == expired)
                .map(failure -> new RecipientResult(failure.recipient(), failure.diagnosis()))
                .toList();
    }

    void parked(ParkedMessage parked) {
        String due = parked.due().map(Instant::toString).orElse("a person says so");
        add(EventKind.PARKED, addresses(parked.mail().message().envelope().recipients()), Optional.empty(),
                Optional.of(parked.lastReply()), "until " + due);
    }

    void bounced(DeliveryStatusNotice notice) {
        add(EventKind.BOUNCED, List.of(notice.to().toString()), Optional.empty(), Optional.empty(),
                "notice " + notice.id());
    }

    private void tell(EventKind kind, List<RecipientResult> results, String detail) {
        Map<Diagnosis, List<String>> said = new LinkedHashMap<>();
        results.forEach(result -> said.computeIfAbsent(result.diagnosis(), d -> new ArrayList<>())
                .add(result.recipient().mailbox().toString()));
        said.forEach((diagnosis, recipients) -> add(kind, recipients, diagnosis.peer().map(NextServer::toString),
                Optional.of(diagnosis.reply().toString()), detail));
    }

    private static List<String> addresses(List<Recipient> recipients) {
        return recipients.stream().map(recipient -> recipient.mailbox().toString()).toList();
    }

    private void add(EventKind kind, List<String> recipients, Optional<String> peer, Optional<String> reply,
            String detail) {
        events.add(new Event(ids.next().text(), now, kind, Optional.of(mail.message().id()), Optional.empty(),
                Optional.of(mail.message().envelope().reversePath().address()), recipients, peer,
                mail.destination().map(Object::toString), reply, mail.message().content().size(), Optional.of(detail)));
    }
}
