package org.postern.admin.probe;

import org.postern.config.rule.HostPort;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.routing.Destination;
import org.postern.routing.Route;
import org.postern.routing.RouteTarget;

import java.util.List;
import java.util.Optional;

/** Routes that count, asked where they lead. */
record LeadingRoutes(List<Route> routes) {
    LeadingRoutes {
        routes = List.copyOf(routes);
    }

    /** {@return how mail goes to this host at this port, if a route names both} */
    Optional<Destination> to(HostPort host) {
        return destinations().stream().filter(destination -> names(destination, host)).findFirst();
    }

    /** {@return whether a route leads there, as it stands in the route} */
    boolean leadTo(Destination destination) {
        return destination instanceof Destination.MailExchangers(Domain domain)
                ? leadByMx(domain)
                : destinations().contains(destination);
    }

    /** A route for everybody says nothing of a domain that anybody has registered. */
    private boolean leadByMx(Domain domain) {
        return routes.stream()
                .filter(route -> route.to() instanceof RouteTarget.MailExchangers)
                .map(Route::recipients)
                .filter(recipients -> !(recipients instanceof RecipientPattern.Anyone))
                .anyMatch(recipients -> recipients.matches(Mailbox.postmaster(domain)) || isIn(recipients, domain));
    }

    private static boolean isIn(RecipientPattern recipients, Domain domain) {
        return recipients instanceof RecipientPattern.OfMailbox(Mailbox mailbox)
                && mailbox.domain().key().equals(domain.key());
    }

    private List<Destination> destinations() {
        return routes.stream()
                .map(Route::to)
                .filter(RouteTarget.To.class::isInstance)
                .map(target -> ((RouteTarget.To) target).destination())
                .toList();
    }

    private static boolean names(Destination destination, HostPort host) {
        return switch (destination) {
            case Destination.NextHost next -> is(host, next.host(), next.port());
            case Destination.LmtpHost next -> is(host, next.host(), next.port());
            case Destination.Smart(var hosts) -> hosts.ranks()
                    .stream()
                    .flatMap(List::stream)
                    .anyMatch(one -> is(host, one.name(), one.port()));
            default -> false;
        };
    }

    private static boolean is(HostPort host, String name, int port) {
        return host.port() == port && host.host().equalsIgnoreCase(name);
    }
}
