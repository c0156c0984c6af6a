package org.postern.report.tls;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.report.ReportOrigin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A report on one day to one domain (RFC 8460, 4.4), the counts of all nodes added up. Addresses are not in it.
 *
 * @param origin who reports, and about what time
 */
public record TlsReportDocument(ReportOrigin origin, List<TlsCount> counts) {
    /** The media type of a packed report (RFC 8460, 6.5). */
    public static final String MEDIA_TYPE = "application/tlsrpt+gzip";
    /** The extension of a packed report's file name (RFC 8460, 5.1). */
    public static final String EXTENSION = "json.gz";

    /** {@return the report, packed by gzip; the same report gives the same octets} */
    public byte[] packed() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(octets)) {
            gzip.write(toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return octets.toByteArray();
    }

    @Override
    public String toString() {
        JsonArrayBuilder policies = Json.createArrayBuilder();
        counts.stream()
                .collect(Collectors.groupingBy(TlsCount::policy, LinkedHashMap::new, Collectors.toList()))
                .forEach((policy, some) -> policies.add(policy(policy, some)));
        return Json.createObjectBuilder()
                .add("organization-name", origin.organization())
                .add("date-range", Json.createObjectBuilder()
                        .add("start-datetime", origin.begin().toString())
                        .add("end-datetime", origin.end().toString()))
                .add("contact-info", origin.contact().orElse(origin.email()))
                .add("report-id", origin.id())
                .add("policies", policies)
                .build()
                .toString();
    }

    private static JsonObjectBuilder policy(PublishedPolicy policy, List<TlsCount> counts) {
        JsonObjectBuilder facts = Json.createObjectBuilder().add("policy-type", policy.kind().word());
        if (policy.kind() != PublishedPolicy.Kind.NO_POLICY_FOUND) {
            facts.add("policy-string", Json.createArrayBuilder(policy.lines()));
        }
        facts.add("policy-domain", policy.domain());
        if (!policy.hosts().isEmpty()) {
            facts.add("mx-host", Json.createArrayBuilder(policy.hosts()));
        }
        return Json.createObjectBuilder()
                .add("policy", facts)
                .add("summary", Json.createObjectBuilder()
                        .add("total-successful-session-count", total(counts, true))
                        .add("total-failure-session-count", total(counts, false)))
                .add("failure-details", failures(counts));
    }

    private static long total(List<TlsCount> counts, boolean good) {
        return counts.stream().filter(count -> count.fault().isEmpty() == good).mapToLong(TlsCount::sessions).sum();
    }

    private record Failure(TlsFault fault, String host) implements Comparable<Failure> {
        @Override
        public int compareTo(Failure other) {
            return (fault.word() + " " + host).compareTo(other.fault.word() + " " + other.host);
        }
    }

    private static JsonArrayBuilder failures(List<TlsCount> counts) {
        Map<Failure, Long> sessions = new TreeMap<>();
        for (TlsCount count : counts) {
            Optional<TlsFault> fault = count.fault();
            fault.ifPresent(why -> sessions.merge(new Failure(why, count.host()), count.sessions(), Long::sum));
        }
        JsonArrayBuilder failures = Json.createArrayBuilder();
        sessions.forEach((failure, number) -> {
            JsonObjectBuilder detail = Json.createObjectBuilder().add("result-type", failure.fault().word());
            if (!failure.host().isEmpty()) {
                detail.add("receiving-mx-hostname", failure.host());
            }
            failures.add(detail.add("failed-session-count", number));
        });
        return failures;
    }
}
