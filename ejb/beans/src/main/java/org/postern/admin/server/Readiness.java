package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.StoreReadiness;
import org.postern.duty.Duties;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.List;

/** Whether this node takes mail, and if not, why. */
@Singleton
public class Readiness {
    private static final Sentence.Form BROKER = Sentence.form("brokerAway",
            "the broker does not answer");
    private static final Sentence.Form DATABASE = Sentence.form("databaseAway",
            "the database does not answer");
    private static final Sentence.Form DISK = Sentence.form("diskNearlyFull",
            "the disk of the journal is nearly full");
    private static final Sentence.Form DISK_FULL = Sentence.form("diskFull",
            "the disk of the journal is full, so mail does not leave either");
    private static final Sentence.Form NOT_LOOKED_AT = Sentence.form("storesNotLookedAt",
            "the stores have not been looked at yet");
    private static final Sentence.Form NAME_TAKEN = Sentence.form("nodeNameTaken",
            "another gateway on this database has the name of this one; give each a node of its own");
    private static final Sentence.Form STUCK = Sentence.form("dutyStuck",
            "{0} does not go on; restart this server");
    private static final Sentence.Form NO_LISTENER = Sentence.form("noListener",
            "no listener is deployed");
    private static final Sentence.Form LISTENER = Sentence.form("listenerXIsX",
            "the listener {0} is {1}");
    private static final Sentence.Form LISTENER_FAULT = Sentence.form("listenerXIsXX",
            "the listener {0} is {1}: {2}");

    private final ServerView server;
    private final StoreReadiness stores;
    private final Duties duties;
    private final Deployments deployments;

    @Inject
    Readiness(ServerView server, StoreReadiness stores, Duties duties, Deployments deployments) {
        this.server = server;
        this.stores = stores;
        this.duties = duties;
        this.deployments = deployments;
    }

    /** {@return how the applications beside the gateway stand, which keep no mail out} */
    public List<Deployment> applications() {
        return deployments.all();
    }

    /** {@return what has ended and must go on, each in words for a person; only a restart mends that} */
    public List<Sentence> broken() {
        return duties.broken().stream().map(STUCK::with).toList();
    }

    /** {@return what keeps mail out, in words for a person and without secrets; empty when mail is taken} */
    public List<Sentence> obstacles() {
        List<Sentence> obstacles = new ArrayList<>();
        stores.faults().forEach(fault -> obstacles.add(words(fault)));
        obstacles.addAll(broken());
        List<ListenerView> listeners = server.whatListens();
        if (listeners.isEmpty()) {
            obstacles.add(NO_LISTENER.with());
        }
        listeners.stream().filter(listener -> !listener.isOpen()).map(Readiness::words).forEach(obstacles::add);
        return obstacles;
    }

    private static Sentence words(StoreReadiness.Fault fault) {
        return (switch (fault) {
            case BROKER -> BROKER;
            case DATABASE -> DATABASE;
            case DISK -> DISK;
            case DISK_FULL -> DISK_FULL;
            case NAME -> NAME_TAKEN;
            case UNKNOWN -> NOT_LOOKED_AT;
        }).with();
    }

    private static Sentence words(ListenerView listener) {
        return listener.error().isEmpty()
                ? LISTENER.with(listener.name(), listener.words())
                : LISTENER_FAULT.with(listener.name(), listener.words(), listener.error());
    }
}
