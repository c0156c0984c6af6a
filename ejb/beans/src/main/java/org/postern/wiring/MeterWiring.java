package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.metric.Meters;

import java.time.InstantSource;

/** What is counted for whoever watches over the gateway from outside. */
@ApplicationScoped
public class MeterWiring {
    @Produces
    @Singleton
    Meters meters(InstantSource clock) {
        return new Meters(clock, System::nanoTime);
    }
}
