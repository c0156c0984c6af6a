package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.Settings;
import org.postern.delivery.gate.Allowance;
import org.postern.delivery.gate.ControlsInForce;
import org.postern.delivery.gate.DestinationGate;
import org.postern.delivery.gate.Doorplates;
import org.postern.delivery.gate.FairnessSettings;
import org.postern.delivery.host.HostSettings;
import org.postern.dns.MailDns;
import org.postern.limit.Counters;
import org.postern.queue.Lane;
import org.postern.queue.Lanes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** How much each destination, and each kind of mail, gets of what there is. */
@ApplicationScoped
public class GateWiring {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int REMEMBERED_DOORS = 10_000;

    @Produces
    @Singleton
    DestinationGate gate(Settings settings, InstantSource clock, ControlsInForce controls, Doorplates plates) {
        return new DestinationGate(clock,
                new DestinationGate.Limits(
                        () -> new Allowance(settings.get(FairnessSettings.CONCURRENCY),
                                settings.get(FairnessSettings.RATE)),
                        PATIENCE, settings.get(FairnessSettings.BACK_OFF),
                        settings.get(FairnessSettings.LONGEST_BACK_OFF), settings.get(FairnessSettings.SLOW),
                        Map.of(Lane.ORDINARY, settings.get(FairnessSettings.SESSIONS),
                                Lane.BULK, settings.get(FairnessSettings.BULK_SESSIONS)),
                        REMEMBERED_DOORS),
                controls, plates);
    }

    @Produces
    @Singleton
    Doorplates doorplates(Settings settings, MailDns dns, InstantSource clock) {
        return new Doorplates(dns, clock, settings.get(HostSettings.PORT));
    }

    @Produces
    @Singleton
    ControlsInForce controls() {
        return new ControlsInForce();
    }

    @Produces
    @Singleton
    Lanes lanes(Settings settings, Counters counters) {
        return new Lanes(counters, settings.get(FairnessSettings.BULK_AFTER));
    }
}
