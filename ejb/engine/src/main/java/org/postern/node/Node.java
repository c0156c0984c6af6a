package org.postern.node;

import java.time.Instant;

/**
 * A gateway that runs, among those that share a database.
 *
 * @param name by the setting {@code node}; no two may have the same
 * @param folder tells its data folder from all others, and stays when it is started again
 * @param run tells this start from all others
 * @param host the machine, for people
 * @param since when it was started
 */
public record Node(String name, String folder, String run, String host, Instant since) {}
