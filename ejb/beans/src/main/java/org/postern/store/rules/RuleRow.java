package org.postern.store.rules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.config.rule.RuleText;
import org.postern.store.Bounded;
import org.postern.trust.rule.StoredRule;

import java.time.Instant;
import java.util.Optional;

/** A rule that people keep. */
@Entity
@Table(name = "mail_rule")
class RuleRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private int place;
    private boolean enabled;
    @SuppressWarnings("unused") // that no two rules have one
    private String name;
    private String definition;
    private long hits;
    @Column(name = "last_hit")
    private Instant lastHit;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected RuleRow() {}

    RuleRow(int place) {
        this.place = place;
        this.enabled = true;
    }

    RuleRow take(RuleText text, String by, Instant at) {
        name = text.name();
        definition = text.lines();
        return changed(by, at);
    }

    RuleRow enable(boolean whether, String by, Instant at) {
        enabled = whether;
        return changed(by, at);
    }

    private RuleRow changed(String by, Instant at) {
        changedBy = Bounded.reference(by);
        changedAt = at;
        return this;
    }

    long id() {
        return id;
    }

    int place() {
        return place;
    }

    void moveTo(int other) {
        place = other;
    }

    StoredRule toStored() {
        return new StoredRule(id, enabled, RuleText.of(definition), changedBy, changedAt, hits,
                Optional.ofNullable(lastHit));
    }
}
