package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.Settings;
import org.postern.sink.Sink;
import org.postern.sink.SinkRoom;

import java.time.InstantSource;

/** How much is kept for those who test. */
@ApplicationScoped
public class SinkWiring {
    @Produces
    @Singleton
    SinkRoom room(Sink sink, Settings settings, InstantSource clock) {
        return new SinkRoom(sink, settings, clock);
    }
}
