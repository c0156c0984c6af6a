package org.postern.report.send;

import org.postern.auth.dmarc.PolicyRecord;
import org.postern.auth.dmarc.ReportUri;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.report.AggregateReport;
import org.postern.report.AggregateReportWriter;
import org.postern.report.PublishedDmarc;
import org.postern.report.ReportDestinations;
import org.postern.report.ReportKind;
import org.postern.report.ReportMail;
import org.postern.report.ReportOrigin;
import org.postern.report.ReportRow;
import org.postern.report.count.DmarcCount;
import org.postern.report.count.DmarcFigures;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Aggregate reports (RFC 9990): one for each policy that a domain published on the day, of which there are {@value #MOST_POLICIES} at most, those first that
 * met most mail. They go where the record says that stands there when they are made.
 */
public final class DmarcReports implements DailyReports {
    static final int MOST_POLICIES = 5;
    private static final String GENERATOR = "Postern";

    private final DmarcFigures figures;
    private final TextDns dns;
    private final Reporter reporter;
    private final InstantSource clock;
    private final String mark;

    /** @param mark letters and digits that tell the reports of this gateway from those of others with the same address */
    public DmarcReports(DmarcFigures figures, TextDns dns, Reporter reporter, InstantSource clock, String mark) {
        this.figures = figures;
        this.dns = dns;
        this.reporter = reporter;
        this.clock = clock;
        this.mark = mark;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.DMARC;
    }

    @Override
    public List<String> domains(LocalDate day, String after, int most) {
        return figures.domains(day, after, most);
    }

    @Override
    public Preparation prepare(LocalDate day, String domain, Instant end, boolean last) {
        TextDns patience = new Patience(dns, clock);
        return switch (patience.texts("_dmarc." + domain)) {
            case TextAnswer.Found found -> addressed(day, domain, end, last, uris(found.texts()), patience);
            case Temporary unknown -> new Preparation.Later("_dmarc." + domain + ": " + unknown.reason());
            case NoSuchDomain none -> new Preparation.Nothing("it publishes no policy any more");
            case NoData none -> new Preparation.Nothing("it publishes no policy any more");
        };
    }

    private static List<ReportUri> uris(List<String> texts) {
        List<PolicyRecord> records = texts.stream().map(PolicyRecord::parse).flatMap(Optional::stream).toList();
        return records.size() == 1 ? records.getFirst().rua() : List.of();
    }

    private Preparation addressed(LocalDate day, String domain, Instant end, boolean last, List<ReportUri> uris,
            TextDns patience) {
        if (uris.isEmpty()) {
            return new Preparation.Nothing("its policy names nobody who wants reports");
        }
        Letters letters = new Letters(reporter.from(), new ReportDestinations(patience).of(domain, uris));
        if (!letters.unknown().isEmpty() && !last) {
            return new Preparation.Later(String.join("; ", letters.unknown()));
        }
        int number = 0;
        for (Map.Entry<PublishedDmarc, List<DmarcCount>> one : byPolicy(day, domain).entrySet()) {
            if (number < MOST_POLICIES) {
                ReportMail name = name(day, domain, end, ++number);
                letters.write(ReportKind.DMARC, name, AggregateReportWriter.EXTENSION,
                        AggregateReportWriter.packed(report(name, one.getKey(), one.getValue())));
            }
        }
        return letters.prepared();
    }

    private Map<PublishedDmarc, List<DmarcCount>> byPolicy(LocalDate day, String domain) {
        return figures.of(day, domain)
                .stream()
                .collect(Collectors.groupingBy(DmarcCount::published, LinkedHashMap::new, Collectors.toList()));
    }

    private ReportMail name(LocalDate day, String domain, Instant end, int number) {
        return new ReportMail(reporter.from().domain().key(), domain,
                day.atStartOfDay(ZoneOffset.UTC).toEpochSecond(), end.getEpochSecond(),
                day.toString().replace("-", "") + "x" + mark + "x" + number);
    }

    private AggregateReport report(ReportMail name, PublishedDmarc published, List<DmarcCount> counts) {
        ReportOrigin origin = new ReportOrigin(reporter.organization(), reporter.from().toString(), reporter.contact(),
                name.reportId(), Instant.ofEpochSecond(name.begin()), Instant.ofEpochSecond(name.end()),
                Optional.empty(), Optional.of(GENERATOR));
        return new AggregateReport(origin, published, counts.stream()
                .collect(Collectors.groupingBy(DmarcCount::facts, LinkedHashMap::new,
                        Collectors.summingLong(DmarcCount::messages)))
                .entrySet()
                .stream()
                .map(row -> new ReportRow(row.getKey(), row.getValue()))
                .toList());
    }
}
