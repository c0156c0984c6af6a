package org.postern.config.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When mail for some recipients is tried again; what is not said here is as the settings say.
 *
 * @param recipients whom it is for: the first recipient of a message counts, and the first rule that matches
 * @param schedule waiting times, also of the kinds of "later" that have none here
 * @param kinds waiting times of some kinds of "later"
 * @param expiry how long it is tried
 * @param delayNotice when the sender is told that it takes longer; zero for never
 */
public record RetryRule(RecipientPattern recipients, Optional<List<Duration>> schedule,
        Map<Kind, List<Duration>> kinds, Optional<Duration> expiry, Optional<Duration> delayNotice) {
    /** A kind of "later", written in lower case. */
    public enum Kind {
        /** Nobody was reached. */
        NETWORK,
        /** Unknown yet to the server. */
        GREYLISTED,
        /** The mailbox is full. */
        FULL,
        /** A rule of the other side, or TLS. */
        POLICY
    }

    public RetryRule {
        schedule = schedule.map(List::copyOf);
        kinds = Map.copyOf(kinds);
    }
}
