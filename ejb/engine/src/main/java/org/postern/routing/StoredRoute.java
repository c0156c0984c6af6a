package org.postern.routing;

import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.SenderPattern;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A route as people keep it in the database: every part in its text form, which need not be valid.
 *
 * @param id names it for good
 * @param enabled whether it counts
 * @param recipient whom it is for
 * @param sender from whom; empty for whomever
 * @param listener by which listener; empty for any
 * @param target where it leads
 * @param closed whether of a domain only mailboxes exist that an alias or another route names
 * @param remark what people want to remember about it
 * @param changedBy who wrote it last
 * @param changedAt when
 */
public record StoredRoute(long id, boolean enabled, String recipient, Optional<String> sender,
        Optional<String> listener, String target, boolean closed, String remark, String changedBy, Instant changedAt) {
    /** {@return the same, what people want to remember about it, and where it leads, as this has it} */
    public StoredRoute worded(UnaryOperator<String> words) {
        return new StoredRoute(id, enabled, recipient, sender, listener, words.apply(target), closed,
                words.apply(remark), changedBy, changedAt);
    }

    /**
     * {@return the route it means}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public Route toRoute() {
        RoutePattern when = new RoutePattern(RecipientPattern.parse(recipient), sender.map(SenderPattern::parse),
                listener);
        return new Route(Route.kept(id), when, RouteTarget.parse(target),
                closed ? Optional.of(Set.of()) : Optional.empty());
    }
}
