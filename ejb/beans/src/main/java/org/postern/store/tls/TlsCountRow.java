package org.postern.store.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Sessions of one kind, on one day, by one node. */
@Entity
@Table(name = "tls_count")
class TlsCountRow {
    private static final int TEXT = 4000;
    private static final int HOST = 255;

    @Id
    @Column(name = "count_key")
    private String key;
    @Column(name = "report_day")
    private LocalDate day;
    private String domain;
    @Enumerated(EnumType.STRING)
    private PublishedPolicy.Kind kind;
    @Column(name = "policy_lines")
    private String lines;
    @Column(name = "policy_hosts")
    private String hosts;
    @Column(name = "mx_host")
    private String host;
    @Enumerated(EnumType.STRING)
    private TlsFault fault;
    private long sessions;

    protected TlsCountRow() {}

    TlsCountRow(TlsCount count, String node) {
        PublishedPolicy policy = count.policy();
        key = key(count, node);
        day = count.day();
        domain = shortened(policy.domain());
        kind = policy.kind();
        lines = joined(policy.lines());
        hosts = joined(policy.hosts());
        host = shortened(count.host());
        fault = count.fault().orElse(null);
        sessions = count.sessions();
    }

    /** {@return a digest of all that tells it from others} */
    static String key(TlsCount count, String node) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String all = String.join("\n", count.day().toString(), node, count.host(), count.fault().toString(),
                    count.policy().toString());
            return HexFormat.of().formatHex(digest.digest(all.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), HOST));
    }

    /** Whole lines, as many as there is room for. */
    private static String joined(List<String> lines) {
        List<String> fit = new ArrayList<>();
        int left = TEXT;
        for (String line : lines) {
            left -= line.length() + 1;
            if (left < 0) {
                break;
            }
            fit.add(line);
        }
        return String.join("\n", fit);
    }

    TlsCount toCount() {
        return new TlsCount(day,
                new PublishedPolicy(kind, domain, lines.lines().toList(), hosts.lines().toList()), host,
                Optional.ofNullable(fault), sessions);
    }
}
