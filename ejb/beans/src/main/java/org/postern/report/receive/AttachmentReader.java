package org.postern.report.receive;

import org.postern.auth.dmarc.PolicyOverride;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.report.AggregateReport;
import org.postern.report.AggregateReportReader;
import org.postern.report.PackedReport;
import org.postern.report.ReportKind;
import org.postern.report.ReportReading;
import org.postern.report.ReportRow;
import org.postern.report.UnreadableReportException;
import org.postern.report.tls.TlsFailure;
import org.postern.report.tls.TlsPolicyOutcome;
import org.postern.report.tls.TlsReport;
import org.postern.report.tls.TlsReportReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the attachments of one message one after the other, whichever report each is: what it is called counts for nothing. Never throws for what a stranger wrote. */
final class AttachmentReader {
    /** The most octets of one message that are unpacked; one that cannot be unpacked counts as if it were as large as may be. */
    static final int MOST_OCTETS = 2 * PackedReport.MOST_OCTETS;

    private int left = MOST_OCTETS;
    private final Instant now;
    private final String queueId;
    private final String sender;

    AttachmentReader(Instant now, String queueId, String sender) {
        this.now = now;
        this.queueId = queueId;
        this.sender = sender;
    }

    /** {@return what it says} At most 10 MB of it are read, and unpacked. */
    ReadReport read(InputStream attachment) throws IOException {
        try {
            byte[] octets = unpacked(attachment);
            return switch (start(octets)) {
                case '<' -> of(AggregateReportReader.read(new ByteArrayInputStream(octets)), this::dmarc);
                case '{' -> of(TlsReportReader.read(new ByteArrayInputStream(octets)), this::tls);
                default -> unreadable("neither XML nor JSON");
            };
        } catch (UnreadableReportException e) {
            return unreadable(e.getMessage());
        } catch (RuntimeException e) {
            return unreadable("it cannot be read: " + e);
        }
    }

    private byte[] unpacked(InputStream attachment) throws UnreadableReportException, IOException {
        if (left == 0) {
            throw new UnreadableReportException("more than " + MOST_OCTETS + " octets in one message");
        }
        int most = Math.min(left, PackedReport.MOST_OCTETS);
        left -= most;
        byte[] octets = PackedReport.unpack(attachment, most);
        left += most - octets.length;
        return octets;
    }

    /** {@return the first character behind white space and a mark of the order of octets} */
    private static int start(byte[] octets) {
        for (int i = 0; i < Math.min(octets.length, 1000); i++) {
            if (octets[i] > ' ') {
                return octets[i];
            }
        }
        return -1;
    }

    private interface Reading<T> {
        ReadReport of(T report);
    }

    private <T> ReadReport of(ReportReading<T> reading, Reading<T> reader) {
        return switch (reading) {
            case ReportReading.Read<T>(T report) -> reader.of(report);
            case ReportReading.Unreadable<T>(String reason) -> unreadable(reason);
        };
    }

    /** {@return that there is something that could not be read} */
    ReadReport unreadable(String fault) {
        return new ReadReport(new ReceivedReport(key(queueId, fault), now, Optional.empty(), "", "", "", now, now, 0, 0,
                queueId, sender, fault), List.of());
    }

    private static String key(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private ReadReport dmarc(AggregateReport report) {
        List<ReportLine> lines = report.rows().stream().map(AttachmentReader::line).toList();
        return of(ReportKind.DMARC, report.origin().organization(), report.published().domain(), report.origin().id(),
                report.origin().begin(), report.origin().end(), lines);
    }

    private static ReportLine line(ReportRow row) {
        var facts = row.facts();
        var evaluated = facts.evaluated();
        String reasons = evaluated.reasons()
                .stream()
                .map(PolicyOverride::type)
                .map(type -> ", " + type.word())
                .collect(Collectors.joining());
        String dkim = facts.dkim()
                .stream()
                .limit(4)
                .map(one -> ", dkim of " + one.domain() + " " + one.result().word())
                .collect(Collectors.joining());
        String spf = facts.spf().map(one -> ", spf of " + one.domain() + " " + one.result().word()).orElse("");
        return new ReportLine(facts.source(), facts.headerFrom(), row.count(),
                evaluated.isDkimAligned() || evaluated.isSpfAligned(),
                evaluated.disposition().word() + reasons + spf + dkim);
    }

    private ReadReport tls(TlsReport report) {
        List<ReportLine> lines = new ArrayList<>();
        for (TlsPolicyOutcome outcome : report.policies()) {
            String kind = outcome.policy().kind().word();
            if (outcome.succeeded() > 0) {
                lines.add(new ReportLine("", kind, outcome.succeeded(), true, "successful"));
            }
            for (TlsFailure failure : outcome.failures()) {
                lines.add(new ReportLine(failure.host(), kind, failure.sessions(), false,
                        failure.word() + " " + failure.information()));
            }
        }
        String domain = report.policies()
                .stream()
                .map(TlsPolicyOutcome::policy)
                .map(PublishedPolicy::domain)
                .distinct()
                .collect(Collectors.joining(" "));
        long failed = sum(report.policies().stream().map(TlsPolicyOutcome::failed).toList());
        ReadReport read = of(ReportKind.TLS, report.organization(), domain, report.id(), report.begin(), report.end(),
                lines);
        ReceivedReport all = read.report();
        return new ReadReport(new ReceivedReport(all.key(), now, all.kind(), all.organization(), all.domain(), all.id(),
                all.begin(), all.end(), all.passed(), failed, queueId, sender, ""), read.lines());
    }

    private ReadReport of(ReportKind kind, String organization, String domain, String id, Instant begin, Instant end,
            List<ReportLine> lines) {
        long passed = sum(lines.stream().filter(ReportLine::passed).map(ReportLine::count).toList());
        long failed = sum(lines.stream().filter(line -> !line.passed()).map(ReportLine::count).toList());
        ReceivedReport report = new ReceivedReport(key(kind.word(), organization, domain, id), now, Optional.of(kind),
                organization, domain, id, begin, end, passed, failed, queueId, sender, "");
        return new ReadReport(report, lines.stream()
                .sorted(Comparator.comparing(ReportLine::count).reversed())
                .limit(ReadReport.MOST_LINES)
                .toList());
    }

    /** Strangers write numbers as they like. */
    private static long sum(List<Long> numbers) {
        return numbers.stream()
                .reduce(0L, (a, b) -> a > Long.MAX_VALUE - Math.max(b, 0)
                        ? Long.MAX_VALUE
                        : a + Math.max(b, 0));
    }
}
