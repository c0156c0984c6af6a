package org.postern.routing;

import org.postern.config.rule.RecipientPattern;

import java.util.Optional;
import java.util.Set;

/**
 * One line of the routing table; the first that matches counts.
 *
 * @param name what it is called where somebody is told why mail went there, such as {@code route 3 of the file}
 * @param when which mail it is for
 * @param to where it leads
 * @param known the local parts that exist, in lower case; empty when all are taken to exist
 */
public record Route(String name, RoutePattern when, RouteTarget to, Optional<Set<String>> known) {
    public Route {
        known = known.map(Set::copyOf);
    }

    /** A route for all mail to these. */
    public Route(RecipientPattern recipients, RouteTarget to, Optional<Set<String>> known) {
        this("a route", new RoutePattern(recipients), to, known);
    }

    public RecipientPattern recipients() {
        return when.recipients();
    }

    /** {@return name and pattern, as the trace tells it} */
    public String reason() {
        return name + " (" + when + ")";
    }
}
