package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.StoreReadiness;
import org.postern.duty.Duties;

import java.util.ArrayList;
import java.util.List;

/** Whether this node takes mail, and if not, why. */
@Singleton
public class Readiness {
    private final ServerView server;
    private final StoreReadiness stores;
    private final Duties duties;

    @Inject
    Readiness(ServerView server, StoreReadiness stores, Duties duties) {
        this.server = server;
        this.stores = stores;
        this.duties = duties;
    }

    /** {@return what keeps mail out, in words for a person and without secrets; empty when mail is taken} */
    public List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        stores.faults().forEach(fault -> obstacles.add(words(fault)));
        duties.broken().forEach(duty -> obstacles.add(duty + " does not go on; restart this server"));
        List<ListenerView> listeners = server.whatListens();
        if (listeners.isEmpty()) {
            obstacles.add("no listener is deployed");
        }
        listeners.stream().filter(listener -> !listener.isOpen()).map(Readiness::words).forEach(obstacles::add);
        return obstacles;
    }

    private static String words(StoreReadiness.Fault fault) {
        return switch (fault) {
            case BROKER -> "the broker does not answer";
            case DATABASE -> "the database does not answer";
            case DISK -> "the disk of the journal is nearly full";
            case DISK_FULL -> "the disk of the journal is full, so mail does not leave either";
            case UNKNOWN -> "the stores have not been looked at yet";
        };
    }

    private static String words(ListenerView listener) {
        String state = "the listener " + listener.name() + " is " + listener.state().toLowerCase(java.util.Locale.ROOT);
        return listener.error().isEmpty() ? state : state + ": " + listener.error();
    }
}
