package org.postern.net;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sweeps the session pool each second, and says farewell to every server when the application stops. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SessionKeeper {
    @Resource
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private SessionPool sessions;

    private ScheduledFuture<?> sweeping;

    @PostConstruct
    void begin() {
        sweeping = scheduler.scheduleWithFixedDelay(sessions::sweep, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        sweeping.cancel(false);
        sessions.stop();
    }
}
