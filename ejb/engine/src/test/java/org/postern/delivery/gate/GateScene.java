package org.postern.delivery.gate;

import org.postern.delivery.KnownNames;
import org.postern.delivery.SetClock;
import org.postern.delivery.gate.DestinationGate.Entry;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.delivery.gate.DestinationGate.Shut;
import org.postern.mail.Domain;
import org.postern.queue.Lane;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gate on a clock that is set, and those who want to go in. */
public final class GateScene {
    public static final Duration BACK_OFF = Duration.ofSeconds(10);
    public static final Duration SLOW = Duration.ofSeconds(5);

    public final SetClock clock = new SetClock();
    public final ControlsInForce controls = new ControlsInForce();
    public final Doorplates plates;
    public final DestinationGate gate;
    private final DestinationGate.Limits limits;

    public GateScene(Allowance usual, Duration patience, int sessions) {
        this(usual, patience, sessions, new KnownNames());
    }

    public GateScene(Allowance usual, Duration patience, int sessions, KnownNames names) {
        controls.now(List.of());
        plates = new Doorplates(names, clock, 25);
        limits = new DestinationGate.Limits(() -> usual, patience, BACK_OFF, Duration.ofSeconds(60), SLOW,
                Map.of(Lane.ORDINARY, sessions, Lane.BULK, sessions), 100);
        gate = gateWith(controls);
    }

    /** Another gate of the same kind, which keeps to these. */
    public DestinationGate gateWith(ControlsInForce other) {
        return new DestinationGate(clock, limits, other, plates);
    }

    public static GateScene withPlaces(int places) {
        return new GateScene(new Allowance(places, 0), Duration.ZERO, 100);
    }

    public static Destination named(String host) {
        return new Destination.NextHost(host, 25);
    }

    public static Destination domain(String name) {
        return new Destination.MailExchangers(new Domain(name));
    }

    public Entry enter(Destination destination, Lane lane) throws InterruptedException {
        return enter(destination, lane, 0);
    }

    public Entry enter(Destination destination, Lane lane, long octets) throws InterruptedException {
        return gate.enter(plates.known(destination).orElse(DoorKey.ofName(destination)), destination, lane, octets);
    }

    public Entry enter(Destination destination) throws InterruptedException {
        return enter(destination, Lane.ORDINARY);
    }

    public Pass pass(Destination destination) throws InterruptedException {
        return (Pass) enter(destination);
    }

    public Shut shut(Destination destination) throws InterruptedException {
        return (Shut) enter(destination);
    }

    public void fail(Destination destination, String reason) throws InterruptedException {
        try (Pass pass = pass(destination)) {
            pass.unreached(Sentence.asItIs(reason));
        }
    }

    public void succeed(Destination destination, int times, Duration each) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            try (Pass pass = pass(destination)) {
                clock.pass(each);
                pass.reached();
            }
        }
    }

    /** {@return those who get in, of so many} */
    public List<Pass> crowd(Destination destination, Lane lane, int many) throws InterruptedException {
        List<Pass> in = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            if (enter(destination, lane) instanceof Pass pass) {
                in.add(pass);
            }
        }
        return in;
    }
}
