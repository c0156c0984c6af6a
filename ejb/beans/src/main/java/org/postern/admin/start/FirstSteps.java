package org.postern.admin.start;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.GatewayName;
import org.postern.delivery.ConnectionTrial;
import org.postern.delivery.ConnectionTrial.Contact;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.limit.Bulkhead;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueIds;
import org.postern.notice.TestLetterComposer;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.queue.QueueUnavailableException;
import org.postern.routing.Destination;
import org.postern.routing.RouteTarget;
import org.postern.routing.RoutingStore;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.MailboxParser;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What somebody tries who has just set up a gateway. */
@Desk
@Singleton
public class FirstSteps {
    private static final Sentence.Form TEST_MAIL = Sentence.form("auditTestMailToX", "test mail to {0}");
    private static final Sentence NO_HOST = Sentence.form("neitherDomainNorHost",
            "is neither a domain nor a host that mail is sent to").with();
    private static final Sentence.Form NO_ADDRESS = Sentence.form("testMailToNobody",
            "Not an address: {0}");
    private static final Sentence.Form NOT_NOW = Sentence.form("queuesTakeNothing",
            "The queues take nothing now: {0}");
    /** Each holds a thread while it waits for servers that may not answer. */
    private static final int MOST_TRIALS = 4;
    private static final Sentence BUSY = Sentence.form("trialsBusy", "Others are being tried now. Try again soon.")
            .with();

    private final GatewayName name;
    private final RoutingStore routes;
    private final ConnectionTrial trial;
    private final TestLetterComposer composer;
    private final MailQueue queue;
    private final EventSource events;
    private final QueueIds ids;
    private final InstantSource clock;
    private final Bulkhead trials = new Bulkhead(MOST_TRIALS);

    @Inject
    FirstSteps(GatewayName name, RoutingStore routes, ConnectionTrial trial, TestLetterComposer composer,
            MailQueue queue, EventSource events, QueueIds ids, InstantSource clock) {
        this.name = name;
        this.routes = routes;
        this.trial = trial;
        this.composer = composer;
        this.queue = queue;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@return what the gateway calls itself} */
    @Looks(Role.AUDITOR)
    public String name() {
        return name.toString();
    }

    /** {@return the routes of the database as lines of a configuration file, in their order; empty where there are none} */
    @Looks(Role.AUDITOR)
    public String lines() {
        return RouteLines.of(routes.routes());
    }

    /**
     * {@return how far a delivery comes with each server, before it would hand over mail; one that is not ready, where what was asked for has none}
     * Blocks for {@link ConnectionTrial#LONGEST} or a little longer.
     *
     * @throws org.postern.limit.BusyException when others are being tried
     * @param target as routes write it, such as {@code smart:relay.example:25}; or a domain, whose exchangers are tried
     */
    @Acts(value = Role.ADMINISTRATOR, as = "connection tried")
    public List<Contact> tryConnecting(String target) {
        Optional<Destination> destination = destination(target.strip());
        if (destination.isEmpty()) {
            return List.of(new Contact(target, false, NO_HOST));
        }
        try (var _ = trials.enter(BUSY)) {
            return trial.of(destination.get());
        }
    }

    private static Optional<Destination> destination(String target) {
        try {
            if (!target.contains(":")) {
                return Optional.of(new Destination.MailExchangers(new Domain(target)));
            }
            return RouteTarget.parse(target) instanceof RouteTarget.To(Destination destination)
                    ? Optional.of(destination).filter(FirstSteps::hasServers)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean hasServers(Destination destination) {
        return !destination.isApplication() && !destination.isHere();
    }

    /** Posts a message to this recipient, as an application would. */
    @Acts(value = Role.ADMINISTRATOR, as = "test mail sent")
    public TestMail send(String recipient) {
        Optional<Mailbox> to = MailboxParser.parseInternational(recipient.strip()).toOptional();
        if (to.isEmpty()) {
            Act.didNothing();
            return new TestMail.NotSent(NO_ADDRESS.with(recipient));
        }
        Act.tells(TEST_MAIL.with(to.get().toString()), Act.NOTHING, Act.NOTHING);
        QueuedMail mail = composer.compose(to.get(), ids.next(), clock.instant());
        try {
            queue.post(List.of(new Posting(MailQueue.INCOMING, mail, Optional.empty())), List.of(
                    events.about(mail.message(), EventKind.SUBMITTED).detail("a test mail from the console").event()));
            return new TestMail.Sent(mail.message().id());
        } catch (QueueUnavailableException e) {
            Act.didNothing();
            return new TestMail.NotSent(NOT_NOW.with(e.sentence()));
        }
    }
}
