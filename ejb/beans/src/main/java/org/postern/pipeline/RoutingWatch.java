package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.routing.LiveRouting;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingSettings;
import org.postern.routing.RoutingStore;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads routes and aliases when they have changed, on whichever node. Mail is routed by what was read: it never waits for the database,
 * and goes on by what was known when that is gone.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoutingWatch {
    @Resource
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private Settings settings;
    @Inject
    private RoutingStore store;
    @Inject
    private RoutingAssembly assembly;
    @Inject
    private LiveRouting routing;

    private long known = -1;
    private final Outage outage = new Outage(PipelineLog.LOG::routesUnread);
    private ScheduledFuture<?> turns;

    @PostConstruct
    void begin() {
        look();
        long millis = settings.get(RoutingSettings.INTERVAL).toMillis();
        turns = scheduler.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        turns.cancel(false);
    }

    /** The version is read first: what changes meanwhile is read again. */
    private void look() {
        try {
            long version = store.version();
            if (version != known) {
                routing.now(assembly.of(store.routes(), store.aliases(), PipelineLog.LOG::routeLeftOut));
                known = version;
            }
            outage.over();
        } catch (RuntimeException e) {
            outage.failed(e);
        }
    }
}
