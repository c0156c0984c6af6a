package org.postern.web.api.trust;

import org.postern.admin.rules.RuleDesk;
import org.postern.trust.rule.StoredRule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule of the database.
 *
 * @param texts for each key what is written, as in the file
 * @param hits messages that have met it
 */
public record RuleLine(long id, boolean enabled, String name, Map<String, List<String>> texts, String changedBy,
        Instant changedAt, long hits, Optional<Instant> lastHit) {
    static RuleLine of(StoredRule rule) {
        return new RuleLine(rule.id(), rule.enabled(), rule.text().name(), rule.text().texts(), rule.changedBy(),
                rule.changedAt(), rule.hits(), rule.lastHit());
    }

    /**
     * A rule of the file.
     *
     * @param deed what it does
     * @param hits messages that have met it on this node since its start
     */
    public record OfFile(String name, String comment, String deed, long hits) {
        static OfFile of(RuleDesk.OfFile one) {
            return new OfFile(one.rule().name(), one.rule().comment(), one.rule().deed().toString(), one.hits());
        }
    }
}
