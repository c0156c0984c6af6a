package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.file.Configuration;
import org.postern.trust.RuleCheck;
import org.postern.trust.rule.LiveRule;
import org.postern.trust.rule.LiveRules;

import java.time.InstantSource;
import java.time.ZoneId;

/** What operators want done with which mail. */
@ApplicationScoped
public class RuleWiring {
    /** What the file says; what the database says comes in when that is read. */
    @Produces
    @Singleton
    LiveRules rules(Configuration configuration) {
        return new LiveRules(configuration.rules().stream().map(LiveRule::ofFile).toList());
    }

    @Produces
    @Singleton
    RuleCheck ruleCheck(LiveRules rules, InstantSource clock) {
        return new RuleCheck(rules, clock, ZoneId.systemDefault());
    }
}
