package org.postern.pipeline.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.bounce.AnswerSigns;
import org.postern.bounce.ReplyAddresses;
import org.postern.event.Answer;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.notice.ReportReader;
import org.postern.notice.ReportedFailure;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands answers to the applications that have asked for them, each with the name of its question, and with what it is. Of a bounce the story of the question learns as
 * from one that came to a return path. Never asks the trace.
 */
@Singleton
public class Answered {
    private final ReplyAddresses addresses;
    private final EventSource events;
    private final AwaitedReturns awaited;

    private final ReportReader reader = new ReportReader();

    @Inject
    Answered(ReplyAddresses addresses, EventSource events, AwaitedReturns awaited) {
        this.addresses = addresses;
        this.events = events;
        this.awaited = awaited;
    }

    /** {@return the same, with what is for applications no more among what goes on in the usual way} An address whose conversation is forgotten is one like any other. */
    public ReturnedMail.Returned read(ReturnedMail.Returned given) throws IOException {
        Message message = given.mail().mail().message();
        List<Recipient> recipients = message.envelope().recipients();
        if (recipients.stream().noneMatch(recipient -> addresses.isOne(recipient.mailbox()))) {
            return given;
        }
        Answer.Kind kind = AnswerSigns.kind(message.envelope().reversePath(), HeaderSection.of(message.content()));
        List<Recipient> usual = new ArrayList<>();
        Map<ReplyAddresses.Asked, List<Recipient>> asked = new LinkedHashMap<>();
        for (Recipient recipient : recipients) {
            List<Recipient> alike = addresses.read(recipient.mailbox()) instanceof ReplyAddresses.Asked one
                    ? asked.computeIfAbsent(one, first -> new ArrayList<>())
                    : usual;
            alike.add(recipient);
        }
        ReturnedMail.Returned answered = new ReturnedMail.Returned(ReturnedMail.with(given.mail(), usual),
                new ArrayList<>(given.postings()), new ArrayList<>(given.handedOver()),
                new ArrayList<>(given.reported()));
        for (Map.Entry<ReplyAddresses.Asked, List<Recipient>> one : asked.entrySet()) {
            QueuedMail part = ReturnedMail.with(given.mail(), one.getValue())
                    .mail()
                    .answering(new Answer(kind, one.getKey().question(), one.getKey().conversation().correlation()));
            handOver(part, one.getKey(), given.mail().delivery(), answered);
            if (isNews(given, kind)) {
                answered.reported().addAll(failures(one.getKey().question(), message));
            }
        }
        return answered;
    }

    /** One that is over now counted when it was taken. */
    private void handOver(QueuedMail part, ReplyAddresses.Asked asked, String delivery,
            ReturnedMail.Returned answered) {
        String queue = asked.conversation().queue();
        Destination destination = new Destination.ApplicationQueue(queue);
        answered.postings()
                .add(new Posting(queue, part.to(Optional.of(destination)),
                        Optional.of(delivery + ">answer>" + asked.question())));
        answered.handedOver()
                .add(events.about(part.message(), EventKind.HANDED_OVER)
                        .destination(destination.toString())
                        .detail(part.arrival().answer().map(answer -> answer.kind().word()).orElse("answer") + " to "
                                + asked.question())
                        .event());
    }

    /** What the gateway reports itself the story has, and so it has what came to a return path. */
    private static boolean isNews(ReturnedMail.Returned given, Answer.Kind kind) {
        return kind == Answer.Kind.BOUNCE && given.reported().isEmpty()
                && given.mail().mail().arrival().listener().isPresent();
    }

    private List<Event> failures(QueueId question, Message report) throws IOException {
        List<ReportedFailure> failures = reader.failures(report.content());
        return failures.isEmpty()
                ? List.of()
                : new ReturnedFailures(events).events(question, failures, report.id(), awaited.of(question));
    }
}
