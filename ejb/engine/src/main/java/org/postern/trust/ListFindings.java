package org.postern.trust;

import org.postern.assessment.Symbol;
import org.postern.mail.Domain;
import org.postern.reputation.ListResult;
import org.postern.reputation.ListResult.Broken;
import org.postern.reputation.ListResult.Listing;
import org.postern.reputation.ListResult.Unanswered;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lists in the DNS say of a message. Whoever speaks for a domain speaks only for what has proved to come from it: anybody may name it.
 *
 * @param client of the client, and of its name that leads back to it
 * @param domains of the domains that client and message name
 * @param links of the hosts that the message leads to
 */
record ListFindings(List<ListResult> client, List<ListResult> domains, List<ListResult> links) {

    /**
     * {@return it as symbols, one for all lists that say the same}
     *
     * @param proved the domains that have passed
     */
    List<Symbol> symbols(Set<Domain> proved) {
        Set<String> keys = proved.stream().map(Domain::key).collect(Collectors.toSet());
        List<Listing> ofClient = of(client.stream(), Listing.class);
        List<Listing> ofDomains = of(domains.stream(), Listing.class);
        List<Symbol> symbols = new ArrayList<>();
        add(symbols, KnownSymbol.LISTED, ofClient, listing -> listing.weight() >= 0);
        add(symbols, KnownSymbol.WELCOMED,
                Stream.concat(ofClient.stream(),
                        ofDomains.stream().filter(listing -> keys.contains(listing.subject())))
                        .toList(),
                listing -> listing.weight() < 0);
        add(symbols, KnownSymbol.DOMAIN_LISTED, ofDomains, listing -> listing.weight() >= 0);
        add(symbols, KnownSymbol.URI_LISTED, heaviest(of(links.stream(), Listing.class)),
                listing -> listing.weight() >= 0);
        note(symbols, KnownSymbol.LIST_BROKEN, Broken.class, broken -> broken.zone() + ": " + broken.why());
        note(symbols, KnownSymbol.LIST_SILENT, Unanswered.class, silent -> silent.zone() + ": " + silent.why());
        return symbols;
    }

    /** {@return of each list what weighs most: many links to one place say no more than one} Nobody is better for a link to a good place. */
    private static List<Listing> heaviest(List<Listing> listings) {
        Map<String, Listing> ofZones = new LinkedHashMap<>();
        listings.forEach(listing -> ofZones.merge(listing.zone(), listing,
                (one, other) -> other.weight() > one.weight() ? other : one));
        return List.copyOf(ofZones.values());
    }

    private static <T extends ListResult> List<T> of(Stream<ListResult> results, Class<T> type) {
        return results.filter(type::isInstance).map(type::cast).toList();
    }

    private static void add(List<Symbol> symbols, KnownSymbol symbol, List<Listing> listings,
            Predicate<Listing> counts) {
        List<Listing> counted = listings.stream().filter(counts).toList();
        if (!counted.isEmpty()) {
            symbols.add(symbol.found(counted.stream().mapToDouble(Listing::weight).sum(), words(counted)));
        }
    }

    /** {@return the listings for a person: zones first, for evidence is cut off} */
    static String words(List<Listing> listings) {
        return listings.stream()
                .map(listing -> listing.zone() + " " + listing.answers()
                        .stream()
                        .map(InetAddress::getHostAddress)
                        .collect(Collectors.joining(",")) + " " + listing.subject())
                .collect(Collectors.joining("; "));
    }

    private <T extends ListResult> void note(List<Symbol> symbols, KnownSymbol symbol, Class<T> type,
            Function<T, String> words) {
        List<T> found = of(Stream.of(client, domains, links).flatMap(List::stream), type);
        if (!found.isEmpty()) {
            symbols.add(symbol.found(found.stream().map(words).distinct().collect(Collectors.joining("; "))));
        }
    }
}
