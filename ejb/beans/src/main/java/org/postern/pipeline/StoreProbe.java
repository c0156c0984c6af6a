package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Session;
import org.postern.config.DataFolder;
import org.postern.config.Settings;
import org.postern.config.SettingsCatalogue;
import org.postern.queue.MailQueue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Looks after the stores, a second after it has last looked. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreProbe {
    private static final int DATABASE_SECONDS = 3;
    /** Room the broker needs to go on with what it has: two journal files, and some for paging. */
    private static final long LEAST_ROOM = 32L << 20;

    @Resource(lookup = "java:/JmsLocal")
    private ConnectionFactory broker;
    @Resource(lookup = "java:/jdbc/postern")
    private DataSource database;
    @Resource
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private StoreReadiness readiness;
    @Inject
    private DataFolder folder;
    @Inject
    private Settings settings;

    private ScheduledFuture<?> looking;

    @PostConstruct
    void begin() {
        look();
        looking = scheduler.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        looking.cancel(true);
    }

    private void look() {
        List<StoreReadiness.Fault> found = new ArrayList<>();
        broker().ifPresent(found::add);
        database().ifPresent(found::add);
        disk().ifPresent(found::add);
        tell(found);
        readiness.found(found);
    }

    private Optional<StoreReadiness.Fault> broker() {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createQueue(MailQueue.INCOMING);
            return Optional.empty();
        } catch (JMSException | JMSRuntimeException e) {
            return Optional.of(StoreReadiness.Fault.BROKER);
        }
    }

    private Optional<StoreReadiness.Fault> database() {
        try (java.sql.Connection connection = database.getConnection()) {
            return connection.isValid(DATABASE_SECONDS) ? Optional.empty() : Optional.of(StoreReadiness.Fault.DATABASE);
        } catch (SQLException e) {
            return Optional.of(StoreReadiness.Fault.DATABASE);
        }
    }

    private Optional<StoreReadiness.Fault> disk() {
        try {
            FileStore disk = Files.getFileStore(Files.exists(folder.journal()) ? folder.journal() : folder.root());
            long reserve = disk.getTotalSpace() / 100 * (100 - settings.get(SettingsCatalogue.JOURNAL_DISK));
            boolean full = disk.getUsableSpace() < Math.max(reserve, LEAST_ROOM);
            return full ? Optional.of(StoreReadiness.Fault.DISK) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(StoreReadiness.Fault.DISK);
        }
    }

    private void tell(List<StoreReadiness.Fault> found) {
        List<StoreReadiness.Fault> before = readiness.faults();
        if (found.equals(before)) {
            return;
        }
        if (found.isEmpty()) {
            PipelineLog.LOG.takingMail();
        } else {
            PipelineLog.LOG.notTakingMail(found.toString());
        }
    }
}
