package org.postern.routing;

import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routes, so indexed that a look-up costs the same however many there are. Among all routes that match, the first counts.
 */
public final class RouteTable {
    private static final String ANY_LISTENER = "*";

    private final List<Route> routes;
    private final Subaddress tags;
    private final Map<String, RoutesOfRecipient> byRecipient = new HashMap<>();
    private final Map<String, Set<String>> ownOfListener = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    /** A table for mailboxes without tags. */
    public RouteTable(List<Route> routes) {
        this(routes, Subaddress.NONE);
    }

    /** @param tags what is left out of a local part where no route is for it as a whole */
    public RouteTable(List<Route> routes, Subaddress tags) {
        this.routes = List.copyOf(routes);
        this.tags = tags;
        for (int i = 0; i < this.routes.size(); i++) {
            RoutePattern when = this.routes.get(i).when();
            byRecipient.computeIfAbsent(AddressKeys.of(when.recipients()), k -> new RoutesOfRecipient()).add(when, i);
            own(when);
        }
    }

    /** A sender proves nothing, so a route for some senders alone makes no domain ours. */
    private void own(RoutePattern when) {
        if (when.sender().isEmpty() && !(when.recipients() instanceof RecipientPattern.Anyone)) {
            String key = when.recipients() instanceof RecipientPattern.OfMailbox(Mailbox mailbox)
                    ? mailbox.domain().key()
                    : AddressKeys.of(when.recipients());
            ownOfListener.computeIfAbsent(when.listener().orElse(ANY_LISTENER), l -> new HashSet<>()).add(key);
        }
        if (when.recipients() instanceof RecipientPattern.OfMailbox(Mailbox mailbox)) {
            named.add(AddressKeys.of(mailbox));
        }
    }

    /** {@return the route for this recipient, one for everyone included} */
    public Optional<Route> any(Mailbox recipient, Passage passage) {
        return route(Math.min(own(recipient, passage), first(AddressKeys.ANYONE, passage)));
    }

    /** {@return the route that names this recipient, its domain or a domain above} */
    public Optional<Route> ofOwn(Mailbox recipient, Passage passage) {
        return route(own(recipient, passage));
    }

    /** {@return whether one of them leads there} */
    boolean leadsTo(Destination destination) {
        return routes.stream().map(Route::to).anyMatch(new RouteTarget.To(destination)::equals);
    }

    private Optional<Route> route(int index) {
        return index < routes.size() ? Optional.of(routes.get(index)) : Optional.empty();
    }

    private int own(Mailbox recipient, Passage passage) {
        int first = routes.size();
        for (String key : AddressKeys.matching(recipient, tags)) {
            first = Math.min(first, first(key, passage));
        }
        return first;
    }

    private int first(String key, Passage passage) {
        RoutesOfRecipient some = byRecipient.get(key);
        return some == null ? routes.size() : some.first(passage, routes.size());
    }

    /** {@return whether a route is for this mailbox, or the one without its tag, and no other} */
    boolean isNamed(Mailbox mailbox) {
        return named.contains(AddressKeys.of(mailbox))
                || tags.base(mailbox).filter(base -> named.contains(AddressKeys.of(base))).isPresent();
    }

    /**
     * {@return whether mail for this domain is taken from everyone: a route names it, a domain above, or a mailbox in it} Routes for one
     * listener count there alone, routes for some senders nowhere.
     */
    public boolean isOwn(Domain domain, Optional<String> listener) {
        return isOwn(domain.key(), ownOfListener.getOrDefault(ANY_LISTENER, Set.of()))
                || listener.filter(name -> isOwn(domain.key(), ownOfListener.getOrDefault(name, Set.of()))).isPresent();
    }

    private static boolean isOwn(String domain, Set<String> own) {
        boolean is = own.contains(domain);
        for (int dot = domain.indexOf('.'); dot >= 0 && !is; dot = domain.indexOf('.', dot + 1)) {
            is = own.contains(domain.substring(dot));
        }
        return is;
    }
}
