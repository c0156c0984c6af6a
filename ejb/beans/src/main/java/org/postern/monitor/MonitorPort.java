package org.postern.monitor;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.postern.admin.server.Readiness;
import org.postern.config.MonitorSettings;
import org.postern.config.Settings;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens the port of health and figures when the gateway starts, if there is to be one, and tries again by itself where it cannot be opened. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonitorPort {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Settings settings;
    @Inject
    private Duties duties;
    @Inject
    private Readiness readiness;
    @Inject
    private Figures figures;

    private volatile Optional<Port> port = Optional.empty();
    private final Duty opening = new Duty(
            Sentence.form("dutyOpenMonitorPort", "opening the port of health and figures").with(), this::open,
            e -> MonitorLog.LOG.notOpened(Duty.words(e)));

    @PostConstruct
    void begin() {
        if (settings.get(MonitorSettings.PORT) != 0) {
            duties.beginNow(opening, INTERVAL);
        }
    }

    @PreDestroy
    void end() {
        duties.end(opening);
        port.ifPresent(Port::close);
    }

    private void open() throws IOException {
        if (port.isPresent()) {
            return;
        }
        Figures.Source source = figures.source(task -> threads.newThread(task).start());
        InetSocketAddress address = new InetSocketAddress(settings.get(MonitorSettings.BIND),
                settings.get(MonitorSettings.PORT));
        port = Optional.of(Port.open(address, new Pages(() -> words(readiness.broken()),
                () -> words(readiness.obstacles()), source::text)));
        MonitorLog.LOG.opened(address.toString());
    }

    private static List<String> words(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::toString).toList();
    }
}
