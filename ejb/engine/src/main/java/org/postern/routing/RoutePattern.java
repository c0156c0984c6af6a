package org.postern.routing;

import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.SenderPattern;

import java.util.Optional;

/**
 * Which mail a route is for: all of what is said here must hold.
 *
 * @param recipients to whom
 * @param sender from whom; empty for whomever
 * @param listener the name of the listener that took it; empty for any, and for mail that no listener took
 */
public record RoutePattern(RecipientPattern recipients, Optional<SenderPattern> sender, Optional<String> listener) {
    /** The longest name of a listener. */
    private static final int MAX_LISTENER = 64;

    public RoutePattern {
        listener.ifPresent(name -> {
            if (name.isEmpty() || name.length() > MAX_LISTENER
                    || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
                throw new IllegalArgumentException("not the name of a listener: " + name);
            }
        });
    }

    /** All mail to these. */
    public RoutePattern(RecipientPattern recipients) {
        this(recipients, Optional.empty(), Optional.empty());
    }

    /** {@return what holds, in words such as {@code to a.example from <> by mx}} */
    @Override
    public String toString() {
        return "to " + RecipientPattern.text(recipients) + sender.map(s -> " from " + s).orElse("")
                + listener.map(l -> " by " + l).orElse("");
    }
}
