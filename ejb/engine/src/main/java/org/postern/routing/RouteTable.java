package org.postern.routing;

import org.postern.config.RecipientPattern;
import org.postern.config.Route;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routes, so indexed that a look-up costs the same however many there are. Among all routes that match, the first counts.
 */
public final class RouteTable {
    private static final String ANYONE = "*";

    private final List<Route> routes;
    private final Map<String, Integer> firstOf = new HashMap<>();
    private final Set<String> domainsOfMailboxes = new HashSet<>();

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        for (int i = 0; i < this.routes.size(); i++) {
            firstOf.putIfAbsent(key(this.routes.get(i).recipients()), i);
        }
    }

    private String key(RecipientPattern pattern) {
        return switch (pattern) {
            case RecipientPattern.Anyone all -> ANYONE;
            case RecipientPattern.OfDomain of -> of.domain().key();
            case RecipientPattern.OfSubdomains of -> "." + of.parent().key();
            case RecipientPattern.OfMailbox of -> {
                domainsOfMailboxes.add(of.mailbox().domain().key());
                yield key(of.mailbox());
            }
        };
    }

    private static String key(Mailbox mailbox) {
        return mailbox.localPart().toLowerCase(Locale.ROOT) + "@" + mailbox.domain().key();
    }

    /** {@return the route for this recipient, one for everyone included} */
    public Optional<Route> any(Mailbox recipient) {
        return route(Math.min(own(recipient), firstOf.getOrDefault(ANYONE, routes.size())));
    }

    /** {@return the route that names this recipient, its domain or a domain above} */
    public Optional<Route> ofOwn(Mailbox recipient) {
        return route(own(recipient));
    }

    private Optional<Route> route(int index) {
        return index < routes.size() ? Optional.of(routes.get(index)) : Optional.empty();
    }

    /** {@return the index of the first route but one for everyone; the number of routes if there is none} */
    private int own(Mailbox recipient) {
        int first = firstOf.getOrDefault(key(recipient), routes.size());
        return Math.min(first, ofDomain(recipient.domain().key()));
    }

    private int ofDomain(String domain) {
        int first = firstOf.getOrDefault(domain, routes.size());
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            first = Math.min(first, firstOf.getOrDefault(domain.substring(dot), routes.size()));
        }
        return first;
    }

    /** {@return whether mail for this domain is taken from everyone: a route names it, a domain above, or a mailbox in it} */
    public boolean isOwn(Domain domain) {
        return ofDomain(domain.key()) < routes.size() || domainsOfMailboxes.contains(domain.key());
    }
}
