package org.postern.reputation;

import org.postern.dns.ClientName;

import java.util.List;

/**
 * What is known of a client before it has said anything.
 *
 * @param name that the DNS gives it, and that leads back to it
 * @param results what lists say of its address, and of that name; one for each list and subject
 */
public record ClientStanding(ClientName name, List<ListResult> results) {
    public ClientStanding {
        results = List.copyOf(results);
    }

    /** {@return how much it all speaks against the client; negative if it speaks for it} */
    public double weight() {
        return results.stream()
                .mapToDouble(result -> result instanceof ListResult.Listing listing ? listing.weight() : 0)
                .sum();
    }
}
