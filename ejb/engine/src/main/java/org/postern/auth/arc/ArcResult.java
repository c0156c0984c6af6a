package org.postern.auth.arc;

import org.postern.mail.Domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was found of a chain.
 *
 * @param reason for people, in a few words
 * @param oldestPass the lowest instance from which on each message signature holds (RFC 8617, 5.2, step 5), 0 if all do; only with {@code PASS}
 * @param sealers the domains that sealed, the first one first; none but with {@code PASS}
 * @param newest the ARC-Authentication-Results of the last sealer, without its instance, at most 64 KB; none but with {@code PASS}
 */
public record ArcResult(ChainStatus status, String reason, int oldestPass, List<Domain> sealers,
        Optional<String> newest) {
    public ArcResult {
        sealers = List.copyOf(sealers);
    }

    static ArcResult without(ChainStatus status, String reason) {
        return new ArcResult(status, reason, 0, List.of(), Optional.empty());
    }

    /**
     * {@return what the last sealer had found, in the grammar of RFC 8601, 2.2, if it is one of those who are trusted and the chain passes}
     *
     * <p>A chain proves who says something, not that it is true (RFC 8617, 9.3): whoever is not named here says nothing.
     *
     * @param trusted the domains of sealers, each as it stands in {@code d=}; those below them are others
     */
    public Optional<String> authenticationResults(Collection<Domain> trusted) {
        return status == ChainStatus.PASS && trusted.contains(sealers.getLast()) ? newest : Optional.empty();
    }
}
