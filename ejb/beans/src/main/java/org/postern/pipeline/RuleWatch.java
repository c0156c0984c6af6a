package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.duty.WhenChanged;
import org.postern.sentence.Sentence;
import org.postern.trust.rule.LiveRules;
import org.postern.trust.rule.RuleAssembly;
import org.postern.trust.rule.RuleStore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Reads the rules of people two seconds after they have changed them on whichever node, and writes once a minute how often those were met. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    private Duties duties;
    @Inject
    private RuleStore store;
    @Inject
    private RuleAssembly assembly;
    @Inject
    private LiveRules rules;
    @Inject
    private InstantSource clock;

    private final Duty reading = new Duty(Sentence.form("dutyReadRules", "reading rules").with(),
            new WhenChanged(() -> store.version(), this::read),
            e -> PipelineLog.LOG.rulesUnread(Duty.words(e)));
    private final Duty counting = new Duty(Sentence.form("dutyCountRules", "counting how often rules were met").with(),
            this::count,
            e -> PipelineLog.LOG.ruleHitsWait(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, INTERVAL);
        duties.begin(counting, MINUTE, MINUTE);
    }

    @PreDestroy
    void end() {
        duties.end(reading);
        duties.end(counting);
    }

    /** The version is read first: what changes meanwhile is read again. */
    private void read() {
        rules.now(assembly.of(store.rules(), PipelineLog.LOG::ruleLeftOut));
    }

    private void count() {
        Map<Long, Long> hits = rules.take();
        if (hits.isEmpty()) {
            return;
        }
        try {
            store.hit(hits, clock.instant());
        } catch (RuntimeException e) {
            rules.putBack(hits);
            throw e;
        }
    }
}
