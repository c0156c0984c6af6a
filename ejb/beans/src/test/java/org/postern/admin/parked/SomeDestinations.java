package org.postern.admin.parked;

import org.postern.admin.kept.Shelf;
import org.postern.delivery.gate.DestinationControls;

import java.time.InstantSource;

/** The shelf of destinations, for tests of others. */
public final class SomeDestinations {
    private SomeDestinations() {}

    public static Shelf shelf(DestinationControls controls, InstantSource clock) {
        return new DestinationShelf(controls, clock);
    }
}
