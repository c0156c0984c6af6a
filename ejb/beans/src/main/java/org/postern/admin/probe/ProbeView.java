package org.postern.admin.probe;

import org.postern.delivery.probe.Probed;

import java.time.Instant;
import java.util.Optional;

/**
 * A probe of servers.
 *
 * @param id that of the operation
 * @param recipient about whom it asks
 * @param destination whose servers
 * @param by who began it
 * @param isOver whether it goes on no more
 * @param result what came of it; empty while it goes on, and for good where it is over without one, of which the operation says why
 */
public record ProbeView(String id, String recipient, String destination, String by, Instant begun, boolean isOver,
        Optional<Probed> result) {}
