package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.file.Configuration;
import org.postern.trust.RuleCheck;
import org.postern.trust.rule.LiveRules;
import org.postern.trust.rule.RuleAssembly;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** What operators want done with which mail. */
@ApplicationScoped
public class RuleWiring {
    /** What the file says; what the database says comes in when that is read. */
    @Produces
    @Singleton
    LiveRules rules(RuleAssembly assembly) {
        return new LiveRules(assembly.of(List.of(), problem -> {
        }));
    }

    @Produces
    @Singleton
    RuleAssembly assembly(Configuration configuration) {
        return new RuleAssembly(configuration.rules());
    }

    @Produces
    @Singleton
    RuleCheck ruleCheck(LiveRules rules, InstantSource clock, ZoneId zone) {
        return new RuleCheck(rules, clock, zone);
    }

    /** {@return the zone by whose clock people here mean hours and days} */
    @Produces
    ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
