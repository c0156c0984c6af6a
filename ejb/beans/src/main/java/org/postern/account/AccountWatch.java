package org.postern.account;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.duty.WhenChanged;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Reads what accounts may do two seconds after somebody has said it on whichever node, and has the broker look who hands in. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(1);

    @Inject
    private Duties duties;
    @Inject
    private ApplicationAccounts store;
    @Inject
    private LiveAccounts accounts;
    @Inject
    private SubmissionMark mark;
    @Inject
    private QueueGuard guard;
    @Inject
    private ApplicationPort port;

    private volatile Optional<OwnBroker> broker = Optional.empty();

    private final Duty reading = new Duty(
            Sentence.form("dutyReadAccounts", "reading what accounts of applications may do").with(),
            new WhenChanged(() -> store.version(), () -> accounts.now(store.all())),
            e -> AccountLog.LOG.accountsUnread(Duty.words(e)));
    private final Duty marking = new Duty(
            Sentence.form("dutyMarkSubmissions", "having the broker say who hands in").with(), this::ask,
            e -> AccountLog.LOG.notMarked(Duty.words(e)));
    private final Duty opening = new Duty(
            Sentence.form("dutyOpenToApplications", "listening for applications that come by TLS").with(), this::open,
            e -> AccountLog.LOG.notOpened(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, INTERVAL);
        duties.beginNow(marking, SOON);
        if (port.isWanted()) {
            duties.beginNow(opening, SOON);
        }
    }

    /** A server that starts may have its broker a moment later. */
    private void ask() throws Exception {
        if (broker.isEmpty()) {
            Optional<OwnBroker> found = OwnBroker.present();
            if (found.isPresent()) {
                found.get().asks(mark, guard);
                broker = found;
            }
        }
    }

    /** Nobody comes in before the broker asks who hands mail in. */
    private void open() throws IOException {
        if (broker.isPresent()) {
            port.open(broker.get().upgraded());
        }
    }

    @PreDestroy
    void end() {
        duties.end(opening);
        port.close();
        duties.end(reading);
        duties.end(marking);
        broker.ifPresent(this::leave);
    }

    private void leave(OwnBroker one) {
        try {
            one.asksNoMore(mark, guard);
        } catch (Exception e) {
            AccountLog.LOG.notMarked(Duty.words(e));
        }
    }
}
