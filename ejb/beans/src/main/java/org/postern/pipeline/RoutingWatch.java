package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.duty.WhenChanged;
import org.postern.routing.LiveRouting;
import org.postern.routing.Router;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingSettings;
import org.postern.routing.RoutingStore;
import org.postern.sentence.Sentence;

/**
 * Reads routes and aliases when they have changed, on whichever node. Mail is routed by what was read: it never waits for the database,
 * and goes on by what was known when that is gone.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoutingWatch {
    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private RoutingStore store;
    @Inject
    private RoutingAssembly assembly;
    @Inject
    private LiveRouting routing;
    @Inject
    private Router router;

    private boolean isUnread;
    private final Duty reading = new Duty(Sentence.form("dutyReadRouting", "reading routes and aliases").with(),
            new WhenChanged(() -> store.version(), this::read),
            e -> PipelineLog.LOG.routesUnread(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, settings.get(RoutingSettings.INTERVAL));
    }

    @PreDestroy
    void end() {
        duties.end(reading);
    }

    /** Mail goes by all of an import or by nothing of it. */
    private void read() {
        RoutingStore.Kept kept = RoutingStore.of(store);
        routing.now(assembly.of(kept.routes(), kept.aliases(), PipelineLog.LOG::routeLeftOut));
        remark();
    }

    private void remark() {
        boolean before = isUnread;
        isUnread = router.isUnread();
        if (isUnread && !before) {
            PipelineLog.LOG.postmasterUnread();
        }
    }
}
