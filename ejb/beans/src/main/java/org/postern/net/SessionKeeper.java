package org.postern.net;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;

import java.time.Duration;

/** Sweeps the session pool each second, and says farewell to every server when the application stops. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SessionKeeper {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Inject
    private Duties duties;
    @Inject
    private SessionPool sessions;

    private final Duty sweeping = new Duty(
            Sentence.form("dutyCloseSessions", "closing idle sessions with other servers").with(),
            () -> sessions.sweep(),
            e -> NetLog.LOG.sessionsNotSwept(e, Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(sweeping, INTERVAL, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(sweeping);
        sessions.stop();
    }
}
