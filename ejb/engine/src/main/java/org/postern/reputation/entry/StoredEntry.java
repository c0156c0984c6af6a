package org.postern.reputation.entry;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it is kept.
 *
 * @param changedBy who has written it last
 * @param hits messages that it has met; what nodes have not written yet is missing, a minute's at most
 * @param lastHit when those were last written
 */
public record StoredEntry(ListEntry entry, String changedBy, Instant changedAt, long hits, Optional<Instant> lastHit) {}
