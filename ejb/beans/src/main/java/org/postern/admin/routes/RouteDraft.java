package org.postern.admin.routes;

import org.postern.routing.StoredRoute;

import java.time.Instant;
import java.util.Optional;

/**
 * A route as an administrator writes it.
 *
 * @param enabled whether it counts
 * @param recipient a domain, {@code .domain}, mailbox or {@code *}
 * @param sender the same, or {@code <>}; the empty string for whomever
 * @param listener the name of a listener; the empty string for any
 * @param target where it leads, as in the file
 * @param closed whether only mailboxes exist that an alias or another route names
 * @param remark anything
 */
public record RouteDraft(boolean enabled, String recipient, String sender, String listener, String target,
        boolean closed, String remark) {
    /** {@return a route as it would be written} */
    public static RouteDraft of(StoredRoute route) {
        return new RouteDraft(route.enabled(), route.recipient(), route.sender().orElse(""),
                route.listener().orElse(""), route.target(), route.closed(), route.remark());
    }

    RouteDraft enabled(boolean whether) {
        return new RouteDraft(whether, recipient, sender, listener, target, closed, remark);
    }

    StoredRoute toRoute(long id, String by, Instant at) {
        return new StoredRoute(id, enabled, recipient.strip(), given(sender), given(listener), target.strip(), closed,
                remark, by, at);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
