package org.postern.trust.rule;

import org.postern.config.rule.RuleText;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule as people keep it beside the file.
 *
 * @param id its number, which names it for those who change it
 * @param enabled whether it counts
 * @param changedBy who has written it last
 * @param hits messages that have met it; what nodes have not written yet is missing, a minute's at most
 * @param lastHit when those were last written
 */
public record StoredRule(long id, boolean enabled, RuleText text, String changedBy, Instant changedAt, long hits,
        Optional<Instant> lastHit) {}
