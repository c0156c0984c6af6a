package org.postern.routing;

import org.postern.mail.ReversePath;

import java.util.Optional;

/**
 * What routes may ask about a message beyond its recipient.
 *
 * @param sender the reverse-path
 * @param listener the name of the listener that took it; empty where none did
 */
public record Passage(ReversePath sender, Optional<String> listener) {
    /** Mail of which nothing is known. */
    public static final Passage UNKNOWN = new Passage(ReversePath.NULL, Optional.empty());
}
