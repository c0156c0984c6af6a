package org.postern.config;

import java.util.List;

/**
 * What the operator wants.
 *
 * @param settings every setting, set or not
 * @param routes the routing table; the first route that matches counts
 * @param headerRules in the order of the file
 */
public record Configuration(Settings settings, List<Route> routes, List<HeaderRule> headerRules) {
    public Configuration {
        routes = List.copyOf(routes);
        headerRules = List.copyOf(headerRules);
    }
}
