package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.GatewaySettings;
import org.postern.config.Settings;
import org.postern.event.EventSource;
import org.postern.flow.FlowTally;
import org.postern.limit.Counters;
import org.postern.limit.InMemoryCounters;
import org.postern.mail.QueueIds;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Time, chance, and what is made of them. */
@ApplicationScoped
public class SourceWiring {
    /** Some 20 MB at most. */
    private static final int MOST_COUNTED = 100_000;

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    QueueIds queueIds(InstantSource clock, RandomGenerator random) {
        return new QueueIds(clock, random);
    }

    /** What has happened lately on this node. */
    @Produces
    @Singleton
    Counters counters(InstantSource clock) {
        return new InMemoryCounters(clock, MOST_COUNTED);
    }

    /** Events have names of their own series. */
    @Produces
    @Singleton
    EventSource events(InstantSource clock, RandomGenerator random) {
        return new EventSource(clock, new QueueIds(clock, random));
    }

    /** How much mail comes and goes on this node. */
    @Produces
    @Singleton
    FlowTally flow(Settings settings) {
        return new FlowTally(settings.get(GatewaySettings.NODE));
    }
}
