package org.postern.store.tls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.delivery.sts.KnownPolicy;
import org.postern.delivery.sts.StsPolicy;

import java.time.Duration;
import java.time.Instant;

/** A policy that is remembered. */
@Entity
@Table(name = "sts_policy")
class StsPolicyRow {
    @Id
    private String domain;
    @Column(name = "policy_id")
    private String policyId;
    @Enumerated(EnumType.STRING)
    private StsPolicy.Mode mode;
    private String hosts;
    @Column(name = "max_age")
    private long maxAge;
    private Instant fetched;
    private Instant used;
    @SuppressWarnings("UnusedVariable") // for queries
    @Column(name = "refresh_at")
    private Instant refreshAt;
    @SuppressWarnings("UnusedVariable") // for queries
    private Instant ends;

    protected StsPolicyRow() {}

    StsPolicyRow(KnownPolicy known) {
        domain = known.domain();
        policyId = known.id();
        mode = known.policy().mode();
        hosts = String.join("\n", known.policy().hosts());
        maxAge = known.policy().maxAge().toSeconds();
        fetched = known.fetched();
        used = known.used();
        refreshAt = known.refreshAt();
        ends = known.end();
    }

    KnownPolicy toPolicy() {
        return new KnownPolicy(domain, policyId,
                new StsPolicy(mode, hosts.lines().toList(), Duration.ofSeconds(maxAge)), fetched, used);
    }
}
