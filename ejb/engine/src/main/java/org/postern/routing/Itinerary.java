package org.postern.routing;

import java.util.List;

/**
 * How a message goes on.
 *
 * @param ways in the order of its recipients
 * @param expansions the recipients who stand for others
 */
public record Itinerary(List<Way> ways, List<Expansion> expansions) {
    public Itinerary {
        ways = List.copyOf(ways);
        expansions = List.copyOf(expansions);
    }
}
