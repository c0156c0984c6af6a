package org.postern.pipeline.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.bounce.ReturnPaths;
import org.postern.bounce.ReturnSettings;
import org.postern.broker.ReceivedMail;
import org.postern.config.GatewayName;
import org.postern.config.Settings;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.notice.ReportReader;
import org.postern.notice.ReportedFailure;
import org.postern.queue.Arrival;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads mail that came to return paths: a failure it reports becomes part of the story of the message the path was made for, and the
 * mail goes on to that message's sender, or to the application that is set. Where the sender is forgotten it goes to the postmaster. What came
 * back to mail that was forwarded goes on to whoever had sent that.
 * Never asks the trace, which may know nothing yet of a message whose report is here.
 */
@Singleton
public class ReturnedMail {
    private final ReturnPaths paths;
    private final EventSource events;
    private final Settings settings;
    private final GatewayName gateway;
    private final AwaitedReturns awaited;

    private final ReportReader reader = new ReportReader();

    @Inject
    ReturnedMail(ReturnPaths paths, EventSource events, Settings settings, GatewayName gateway,
            AwaitedReturns awaited) {
        this.paths = paths;
        this.events = events;
        this.settings = settings;
        this.gateway = gateway;
        this.awaited = awaited;
    }

    /**
     * What becomes of it.
     *
     * @param mail with those recipients to whom it goes on in the usual way, perhaps none
     * @param postings for the application
     * @param handedOver that the application has it, once these are posted
     * @param reported what the messages' stories learn from it
     */
    public record Returned(ReceivedMail mail, List<Posting> postings, List<Event> handedOver, List<Event> reported) {}

    public Returned read(ReceivedMail received) throws IOException {
        Message message = received.mail().message();
        Returned returned = new Returned(received, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Recipient> recipients = message.envelope().recipients();
        if (recipients.stream().noneMatch(recipient -> paths.isReturn(recipient.mailbox()))) {
            return returned;
        }
        List<ReportedFailure> failures = reader.failures(message.content());
        List<Recipient> usual = new ArrayList<>();
        List<Recipient> ofApplication = new ArrayList<>();
        for (Recipient recipient : recipients) {
            Optional<QueueId> about = about(recipient);
            about.ifPresent(id -> tell(id, failures, message, returned));
            if (about.isPresent() && !queue().isEmpty()) {
                ofApplication.add(recipient);
            } else if (about.isPresent()) {
                usual.add(Recipient.of(sender(recipient)));
            } else {
                usual.add(forwarded(recipient).map(Recipient::of).orElse(recipient));
            }
        }
        if (!ofApplication.isEmpty()) {
            handOver(received, ofApplication, returned);
        }
        return new Returned(with(received, usual), returned.postings(), returned.handedOver(), returned.reported());
    }

    private String queue() {
        return settings.get(ReturnSettings.QUEUE);
    }

    private Optional<QueueId> about(Recipient recipient) {
        return switch (paths.read(recipient.mailbox())) {
            case ReturnPaths.Issued(QueueId about) -> Optional.of(about);
            // It counted when it was taken.
            case ReturnPaths.Expired(QueueId about) -> Optional.of(about);
            case ReturnPaths.Forwarded forwarded -> Optional.empty();
            case ReturnPaths.Forged forged -> Optional.empty();
            case ReturnPaths.Foreign foreign -> Optional.empty();
        };
    }

    /** {@return whose mail was forwarded with this path} */
    private Optional<Mailbox> forwarded(Recipient recipient) {
        return paths.read(recipient.mailbox()) instanceof ReturnPaths.Forwarded path
                ? Optional.of(path.sender())
                : Optional.empty();
    }

    private Mailbox sender(Recipient path) {
        return paths.sender(path.mailbox()).orElseGet(() -> Mailbox.postmaster(gateway.domain()));
    }

    private void tell(QueueId about, List<ReportedFailure> failures, Message report, Returned returned) {
        returned.reported()
                .addAll(new ReturnedFailures(events).events(about, failures, report.id(),
                        failures.isEmpty() ? Optional.empty() : awaited.of(about)));
    }

    private void handOver(ReceivedMail received, List<Recipient> recipients, Returned returned) {
        Destination destination = new Destination.ApplicationQueue(queue());
        QueuedMail part = with(received, recipients).mail();
        returned.postings()
                .add(new Posting(queue(),
                        QueuedMail.of(part.message(), Arrival.at(part.arrived())).to(Optional.of(destination)),
                        Optional.of(received.delivery() + ">returned>" + destination)));
        returned.handedOver()
                .add(events.about(part.message(), EventKind.HANDED_OVER).destination(destination.toString()).event());
    }

    static ReceivedMail with(ReceivedMail received, List<Recipient> recipients) {
        QueuedMail mail = received.mail();
        Message message = mail.message().with(mail.message().envelope().to(recipients));
        return new ReceivedMail(received.delivery(),
                mail.with(message), received.holding());
    }
}
