package org.postern.report.tls;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.report.PackedReport;
import org.postern.report.ReportReading;
import org.postern.report.UnreadableReportException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads reports of others (RFC 8460, 4.4), packed or not; bounded in octets, depth, number and lengths. */
public final class TlsReportReader {
    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private TlsReportReader() {}

    /**
     * {@return what an attachment says} Does not close it.
     *
     * @throws IOException when the place that holds the attachment cannot be read, which says nothing about the report
     */
    public static ReportReading<TlsReport> read(InputStream attachment) throws IOException {
        try (JsonParser json = Json.createParser(new ByteArrayInputStream(PackedReport.unpack(attachment)))) {
            return new ReportReading.Read<>(report(new JsonNodes(json).whole()));
        } catch (UnreadableReportException e) {
            return new ReportReading.Unreadable<>(e.getMessage());
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            return new ReportReading.Unreadable<>("no well-formed JSON");
        }
    }

    private static TlsReport report(JsonNode node) throws UnreadableReportException {
        List<JsonNode> policies = node.field("policies").items();
        if (policies.isEmpty() || policies.size() > TlsReport.MOST_POLICIES) {
            throw new UnreadableReportException(policies.isEmpty() ? "no policies" : "too many policies");
        }
        List<TlsPolicyOutcome> outcomes = new ArrayList<>();
        for (JsonNode policy : policies) {
            outcomes.add(outcome(policy));
        }
        JsonNode range = node.field("date-range");
        return new TlsReport(node.text("organization-name"), time(range, "start-datetime"), time(range, "end-datetime"),
                node.text("contact-info"), node.text("report-id"), outcomes);
    }

    private static Instant time(JsonNode range, String name) throws UnreadableReportException {
        try {
            Instant time = OffsetDateTime.parse(range.text(name)).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.getEpochSecond() > LAST_SECOND) {
                throw new UnreadableReportException(name + " makes no sense");
            }
            return time;
        } catch (DateTimeException e) {
            throw new UnreadableReportException("no " + name);
        }
    }

    private static TlsPolicyOutcome outcome(JsonNode node) throws UnreadableReportException {
        JsonNode policy = node.field("policy");
        String domain = policy.text("policy-domain");
        if (domain.isEmpty()) {
            throw new UnreadableReportException("no policy-domain");
        }
        List<TlsFailure> failures = new ArrayList<>();
        for (JsonNode failure : node.field("failure-details").items()) {
            if (failures.size() < TlsPolicyOutcome.MOST_FAILURES) {
                failures.add(failure(failure));
            }
        }
        JsonNode summary = node.field("summary");
        return new TlsPolicyOutcome(
                new PublishedPolicy(kind(policy.text("policy-type")), domain, policy.texts("policy-string"),
                        policy.texts("mx-host")),
                summary.sessions("total-successful-session-count"), summary.sessions("total-failure-session-count"),
                failures);
    }

    private static TlsFailure failure(JsonNode node) throws UnreadableReportException {
        String word = node.text("result-type");
        return new TlsFailure(fault(word), word, node.text("sending-mta-ip"), node.text("receiving-mx-hostname"),
                node.text("receiving-mx-helo"), node.text("receiving-ip"), node.sessions("failed-session-count"),
                node.text("additional-information"), node.text("failure-reason-code"));
    }

    private static PublishedPolicy.Kind kind(String word) {
        return Arrays.stream(PublishedPolicy.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(PublishedPolicy.Kind.NO_POLICY_FOUND);
    }

    private static TlsFault fault(String word) {
        return Arrays.stream(TlsFault.values())
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElse(TlsFault.VALIDATION_FAILURE);
    }
}
