package org.postern.sink;

import org.postern.mail.DomainSet;

import java.time.Instant;
import java.util.Optional;

/**
 * Which mail in the sink is meant: that of which all of this is true.
 *
 * @param recipient the address of one of the recipients, or the domain of one; case does not matter
 * @param since it came then or later
 * @param within of these domains: that whose recipients all have one of them
 */
public record SinkFilter(Optional<String> recipient, Instant since, DomainSet within) {
    /** {@return all of it} */
    public static SinkFilter everything() {
        return new SinkFilter(Optional.empty(), Instant.EPOCH, DomainSet.ALL);
    }

    /** {@return the same, for this recipient or domain} */
    public SinkFilter to(String other) {
        return new SinkFilter(Optional.of(other), since, within);
    }

    /** {@return the same, restricted to these domains, and to those that it is restricted to} */
    public SinkFilter within(DomainSet domains) {
        return new SinkFilter(recipient, since, within.and(domains));
    }
}
