package org.postern.delivery.sts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers policies across restarts and for all nodes. */
public interface KnownPolicies {
    /** {@return what is remembered of this domain, whether it still counts or not} */
    Optional<KnownPolicy> find(String domain);

    /** Remembers it, in place of what was known of its domain. */
    void keep(KnownPolicy policy);

    /** {@return policies to be fetched again by now, used since then, those that wait longest first} */
    List<KnownPolicy> due(Instant now, Instant usedSince, int most);

    /** Has the policy of a domain fetched again at this time, not before. */
    void postpone(String domain, Instant until);

    /** Forgets what counted until before this time. {@return how many} */
    int forget(Instant before);
}
