package org.postern.content;

import java.util.List;
import java.util.Set;

/**
 * The parts of a message.
 *
 * @param parts in the order in which they stand, each before those that lie in it; at least one, at most {@value ContentLimits#PARTS}
 * @param exceeded what could not be looked at, and why
 * @param size octets of the whole message
 */
public record MessageStructure(List<Part> parts, Set<Exceeded> exceeded, long size) {
    public MessageStructure {
        parts = List.copyOf(parts);
        exceeded = Set.copyOf(exceeded);
    }
}
