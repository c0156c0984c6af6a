package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Shelf;
import org.postern.config.SettingTypes;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptThing;
import org.postern.delivery.gate.DestinationControl;
import org.postern.delivery.gate.DestinationControls;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is wanted for destinations: whether they are paused, and their limits. */
@Singleton
public class DestinationShelf implements Shelf {
    private static final Sentence.Form IDLE = Sentence.form("neitherPausedNorLimited",
            "of {0} it is said neither that it is paused, nor what its limits are");

    private static final String PAUSED = "paused";
    private static final String CONCURRENCY = "concurrency";
    private static final String PER_MINUTE = "per-minute";

    private final DestinationControls controls;
    private final InstantSource clock;

    @Inject
    DestinationShelf(DestinationControls controls, InstantSource clock) {
        this.controls = controls;
        this.clock = clock;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.DESTINATION;
    }

    @Override
    public Role role() {
        return Role.OPERATOR;
    }

    @Override
    public long count() {
        return controls.all().size();
    }

    @Override
    public int most() {
        return DestinationControls.MOST;
    }

    @Override
    public List<KeptThing> all() {
        return controls.all().stream().map(DestinationShelf::thing).toList();
    }

    @Override
    public Optional<KeptThing> find(String key) {
        return all().stream().filter(thing -> thing.key().equals(key)).findFirst();
    }

    @Override
    public KeptThing proper(KeptThing thing) {
        DestinationControl control = control(thing, "");
        if (control.isIdle()) {
            throw IDLE.refused(control.destination().toString());
        }
        return thing(control);
    }

    /** {@return what is wanted as one of the things that people keep} */
    static KeptThing thing(DestinationControl control) {
        return new KeptThing(KeptKind.DESTINATION, Map.of("name", List.of(control.destination()), PAUSED,
                List.of(Boolean.toString(control.paused())), CONCURRENCY, texts(control.concurrency()), PER_MINUTE,
                texts(control.perMinute())));
    }

    /** {@return the same, where something is wanted} */
    static Optional<KeptThing> said(DestinationControl control) {
        return Optional.of(control).filter(one -> !one.isIdle()).map(DestinationShelf::thing);
    }

    private static List<String> texts(OptionalInt limit) {
        return limit.isPresent() ? List.of(Integer.toString(limit.getAsInt())) : List.of();
    }

    private DestinationControl control(KeptThing thing, String by) {
        return new DestinationControl(Destination.parse(thing.text("name")).toString(),
                SettingTypes.flag().parse(thing.text(PAUSED)), limit(thing, CONCURRENCY), limit(thing, PER_MINUTE), by,
                clock.instant());
    }

    private static OptionalInt limit(KeptThing thing, String field) {
        String text = thing.text(field);
        return text.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(SettingTypes.integer(1, Integer.MAX_VALUE).parse(text));
    }

    @Override
    public void make(List<KeptChange> steps, List<String> order, String by) {
        for (KeptChange step : steps) {
            step.after()
                    .ifPresentOrElse(after -> controls.change(step.keyAfter(), was -> control(after, by)),
                            () -> controls.change(step.key(), was -> DestinationControl.nothing(step.key())));
        }
    }
}
