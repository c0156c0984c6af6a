package org.postern.admin.domains;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.routing.Route;
import org.postern.routing.RoutePattern;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;
import org.postern.signing.SigningKeyStore;
import org.postern.signing.StoredKey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.TreeMap;

/**
 * The domains that the gateway has to do with: those that routes name, and those that have keys. To who is limited to some domains there are no others.
 * The DNS is not asked.
 */
@Desk
@Singleton
public class DomainDesk {
    private final SigningKeyStore keys;
    private final RoutingStore routes;
    private final RoutingAssembly assembly;

    @Inject
    DomainDesk(SigningKeyStore keys, RoutingStore routes, RoutingAssembly assembly) {
        this.keys = keys;
        this.routes = routes;
        this.assembly = assembly;
    }

    /** {@return all of them, by name} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<DomainSummary> all() {
        Map<String, Set<String>> targets = new TreeMap<>();
        routes().filter(asked -> asked.route().enabled())
                .forEach(asked -> named(asked.recipients()).ifPresent(
                        name -> targets.computeIfAbsent(name, any -> new LinkedHashSet<>())
                                .add(asked.route().target())));
        Map<String, List<StoredKey>> signing = new TreeMap<>();
        for (StoredKey key : keys.all()) {
            targets.computeIfAbsent(key.domain().key(), any -> new LinkedHashSet<>());
            signing.computeIfAbsent(key.domain().key(), any -> new ArrayList<>()).add(key);
        }
        DomainSet domains = Caller.ofWhom();
        return targets.entrySet()
                .stream()
                .filter(one -> domains.isAll() || domains.keys().contains(one.getKey()))
                .map(one -> new DomainSummary(one.getKey(), List.copyOf(one.getValue()),
                        signing.getOrDefault(one.getKey(), List.of()).stream().map(StoredKey::state).toList()))
                .toList();
    }

    /** {@return the name of a domain as a person writes it, in lower case and A-labels; empty where it is none} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<String> name(String text) {
        return OwnDomain.of(text).map(Domain::key);
    }

    /** {@return the routes that mail for a domain may take, in the order in which they are asked} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<DomainRoute> routesOf(String text) {
        return OwnDomain.ofWhom(text)
                .map(domain -> routes().filter(asked -> concerns(asked.recipients(), domain.key()))
                        .map(Asked::route)
                        .toList())
                .orElse(List.of());
    }

    /** A route, and whom it is for. */
    private record Asked(DomainRoute route, RecipientPattern recipients) {}

    private Stream<Asked> routes() {
        return Stream.concat(routes.routes().stream().map(DomainDesk::stored).flatMap(Optional::stream),
                assembly.file().stream().map(DomainDesk::ofFile));
    }

    /** {@return a route of the database; what is not valid is for nobody} */
    private static Optional<Asked> stored(StoredRoute route) {
        Sentence when = RoutePattern.forWhom(route.recipient(), route.sender(), route.listener());
        try {
            return Optional.of(new Asked(
                    new DomainRoute(Optional.of(route.id()), Route.kept(route.id()), when, route.target(),
                            route.enabled()),
                    RecipientPattern.parse(route.recipient())));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static Asked ofFile(Route route) {
        return new Asked(
                new DomainRoute(Optional.empty(), route.name(), route.when().forWhom(), route.to().toString(), true),
                route.recipients());
    }

    private static Optional<String> named(RecipientPattern recipients) {
        return switch (recipients) {
            case RecipientPattern.OfDomain(Domain domain) -> Optional.of(domain.key());
            case RecipientPattern.OfMailbox(var mailbox) -> Optional.of(mailbox.domain().key());
            case RecipientPattern.OfSubdomains below -> Optional.empty();
            case RecipientPattern.Anyone all -> Optional.empty();
        };
    }

    private static boolean concerns(RecipientPattern recipients, String domain) {
        return switch (recipients) {
            case RecipientPattern.Anyone all -> true;
            case RecipientPattern.OfSubdomains(Domain parent) -> domain.endsWith("." + parent.key());
            case RecipientPattern.OfDomain of -> named(of).equals(Optional.of(domain));
            case RecipientPattern.OfMailbox of -> named(of).equals(Optional.of(domain));
        };
    }
}
