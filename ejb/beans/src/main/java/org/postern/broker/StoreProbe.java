package org.postern.broker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.postern.broker.StoreReadiness.Fault;
import org.postern.broker.remote.RemoteBroker;
import org.postern.config.BrokerSettings;
import org.postern.config.DataFolder;
import org.postern.config.Settings;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.metric.DatabaseWork;
import org.postern.metric.Meters;
import org.postern.queue.MailQueue;
import org.postern.receiver.DiskReserve;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

/** Looks after each store, half a second after it has last looked; none waits for another. The server starts no part of the application before it has what is named here. */
@Resource(name = "jms/postern-local", lookup = "java:/JmsLocal", type = ConnectionFactory.class)
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreProbe {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int DATABASE_SECONDS = 3;
    /** Whoever has not answered by then is not there. */
    private static final Duration LONG_LOOK = Duration.ofSeconds(2);
    /** With less than this, a write that was not foreseen could stop the broker. */
    private static final long LAST_ROOM = 32L << 20;
    /** What can wait does so while less is left than this many times what is reserved for mail that is there already, */
    private static final int SHORT = 3;
    /** or than that and so much, whatever the size of the disk. */
    private static final long AMPLE = 1L << 30;

    @Inject
    private ConnectionFactory broker;
    @Resource(lookup = "java:/jdbc/postern")
    private DataSource database;
    @Inject
    private Duties duties;
    @Inject
    private StoreReadiness readiness;
    @Inject
    private BrokerCalls calls;
    @Inject
    private JmsMailQueue queue;
    @Inject
    private RemoteBroker remote;
    @Inject
    private Meters meters;
    @Inject
    private DataFolder folder;
    @Inject
    private Settings settings;

    @Inject
    private InstantSource clock;

    private volatile Instant brokerLook = Instant.MAX;
    private volatile Instant databaseLook = Instant.MAX;
    private List<Duty> looking = List.of();

    @PostConstruct
    void begin() {
        looking = List.of(
                every(Sentence.form("dutyMissAnswers", "seeing whether brokers and database answer").with(),
                        this::miss),
                every(Sentence.form("dutyEndCalls", "ending overdue calls of the broker").with(),
                        calls::interruptOverdue),
                regularly(Sentence.form("dutyLookAfterBroker", "looking after the broker").with(), Set.of(Fault.BROKER),
                        this::broker),
                regularly(Sentence.form("dutyLookAfterDatabase", "looking after the database").with(),
                        Set.of(Fault.DATABASE), this::database),
                regularly(Sentence.form("dutyLookAfterDisk", "looking after the disk").with(),
                        Set.of(Fault.DISK, Fault.DISK_FULL), this::disk),
                every(Sentence.form("dutyTellUntold", "telling of what was taken while the broker failed").with(),
                        this::tellUntold));
        readiness.found(Set.of(Fault.UNKNOWN), Set.of());
        tell(readiness.faults());
    }

    @PreDestroy
    void end() {
        looking.forEach(duties::interrupt);
    }

    /** The first look is taken at once. */
    private Duty regularly(Sentence name, Set<Fault> lookedFor, Supplier<Set<Fault>> look) {
        Duty duty = duty(name, () -> {
            if (readiness.found(lookedFor, look.get())) {
                tell(readiness.faults());
            }
        });
        duties.beginNow(duty, INTERVAL);
        return duty;
    }

    private Duty every(Sentence name, Runnable task) {
        Duty duty = duty(name, task);
        duties.begin(duty, INTERVAL, INTERVAL);
        return duty;
    }

    private static Duty duty(Sentence name, Runnable task) {
        return new Duty(name, task::run, e -> QueuesLog.LOG.lookFailed(e, name.toString(), e.toString()));
    }

    private Set<Fault> broker() {
        BrokerCalls.Call call = calls.begin(0);
        brokerLook = clock.instant();
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createQueue(MailQueue.INCOMING);
            return Set.of();
        } catch (JMSException | RuntimeException e) {
            return Set.of(Fault.BROKER);
        } finally {
            brokerLook = Instant.MAX;
            call.end();
        }
    }

    /** What is elsewhere and out of reach answers no look, and nobody shall wait until that is over: of brokers, if none answers any more. */
    private void miss() {
        if (remote.isUsed() && !remote.isAnswering()) {
            miss(Fault.BROKER, brokerLook, LONG_LOOK);
        }
        if (!readiness.isDatabaseHere()) {
            miss(Fault.DATABASE, databaseLook, Duration.ofSeconds(DATABASE_SECONDS).plus(LONG_LOOK));
        }
    }

    private void miss(Fault fault, Instant began, Duration most) {
        if (began.isBefore(clock.instant().minus(most)) && readiness.found(Set.of(fault), Set.of(fault))) {
            tell(readiness.faults());
        }
    }

    private Set<Fault> database() {
        long begun = meters.now();
        databaseLook = clock.instant();
        try (java.sql.Connection connection = database.getConnection()) {
            readiness.databaseIs(connection.getMetaData().getDatabaseProductName().equals("H2"));
            boolean isWell = connection.isValid(DATABASE_SECONDS);
            meters.stored(DatabaseWork.PROBE, begun);
            return isWell ? Set.of() : Set.of(Fault.DATABASE);
        } catch (SQLException | RuntimeException e) {
            return Set.of(Fault.DATABASE);
        } finally {
            databaseLook = Instant.MAX;
        }
    }

    private Set<Fault> disk() {
        try {
            Set<Fault> found = EnumSet.noneOf(Fault.class);
            boolean isShort = false;
            for (Path place : List.of(folder.root(), folder.journal(), folder.content())) {
                if (Files.exists(place)) {
                    FileStore disk = Files.getFileStore(place);
                    long room = disk.getUsableSpace();
                    long reserve = DiskReserve.of(disk, settings.get(BrokerSettings.JOURNAL_DISK));
                    isShort |= room < Math.min(SHORT * reserve, reserve + AMPLE);
                    found.addAll(faults(room, reserve));
                }
            }
            remote.roomiestDisk().ifPresent(disk -> found.addAll(faults(disk)));
            if (readiness.diskIs(isShort)) {
                tellOfRoom();
            }
            return found;
        } catch (IOException | RuntimeException e) {
            return Set.of(Fault.DISK_FULL);
        }
    }

    /** Of a broker elsewhere: mail leaves still when it comes no more, until that broker lets nobody send. */
    private Set<Fault> faults(RemoteBroker.Disk disk) {
        Set<Fault> found = EnumSet.noneOf(Fault.class);
        if (disk.used() >= settings.get(BrokerSettings.JOURNAL_DISK)) {
            found.add(Fault.DISK);
        }
        if (disk.used() >= disk.most()) {
            found.add(Fault.DISK_FULL);
        }
        return found;
    }

    private static Set<Fault> faults(long room, long reserve) {
        Set<Fault> found = EnumSet.noneOf(Fault.class);
        if (room < reserve) {
            found.add(Fault.DISK);
        }
        if (room < LAST_ROOM) {
            found.add(Fault.DISK_FULL);
        }
        return found;
    }

    private void tellOfRoom() {
        if (readiness.isDatabaseShortOfRoom()) {
            QueuesLog.LOG.storiesWait();
        } else {
            QueuesLog.LOG.storiesGoOn();
        }
    }

    private void tellUntold() {
        if (readiness.areStoresWell()) {
            queue.tellUntold();
        }
    }

    private static void tell(List<Fault> now) {
        if (now.isEmpty()) {
            QueuesLog.LOG.takingMail();
        } else if (!now.contains(Fault.UNKNOWN)) {
            QueuesLog.LOG.notTakingMail(now.toString());
        }
    }
}
