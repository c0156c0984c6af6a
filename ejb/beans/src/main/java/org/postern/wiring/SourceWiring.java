package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Time, chance, and what is made of them. */
@ApplicationScoped
public class SourceWiring {
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

    /** Events have names of their own series. */
    @Produces
    @Singleton
    EventSource events(InstantSource clock, RandomGenerator random) {
        return new EventSource(clock, new QueueIds(clock, random));
    }
}
