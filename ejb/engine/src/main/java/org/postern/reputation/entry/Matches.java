package org.postern.reputation.entry;

import java.util.List;

/** Entries that a message meets, each once. */
public record Matches(List<ListEntry> allowing, List<ListEntry> blocking) {
    public Matches {
        allowing = List.copyOf(allowing);
        blocking = List.copyOf(blocking);
    }
}
