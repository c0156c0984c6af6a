package org.postern.config;

import java.util.Optional;
import java.util.Set;

/**
 * One line of the routing table; the first that matches counts.
 *
 * @param recipients whom it is for
 * @param to where it leads
 * @param known the local parts that exist, in lower case; empty when all are taken to exist
 */
public record Route(RecipientPattern recipients, RouteTarget to, Optional<Set<String>> known) {
    public Route {
        known = known.map(Set::copyOf);
    }
}
