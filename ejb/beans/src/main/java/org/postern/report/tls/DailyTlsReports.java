package org.postern.report.tls;

import org.postern.auth.dmarc.ReportUri;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.report.TlsFigures;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.report.ReportDestinations.Destination;
import org.postern.report.ReportKind;
import org.postern.report.ReportMail;
import org.postern.report.ReportOrigin;
import org.postern.report.send.DailyReports;
import org.postern.report.send.Letters;
import org.postern.report.send.Preparation;
import org.postern.report.send.Reporter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Reports on TLS (RFC 8460), for domains with a record at {@code _smtp._tls}: to the mailboxes that it names, of whom none has to confirm (3). Addresses with
 * {@code https:} get none.
 */
public final class DailyTlsReports implements DailyReports {
    private final TlsFigures figures;
    private final TextDns dns;
    private final Reporter reporter;
    private final String mark;

    /** @param mark letters and digits that tell the reports of this gateway from those of others with the same address */
    public DailyTlsReports(TlsFigures figures, TextDns dns, Reporter reporter, String mark) {
        this.figures = figures;
        this.dns = dns;
        this.reporter = reporter;
        this.mark = mark;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.TLS;
    }

    @Override
    public List<String> domains(LocalDate day, String after, int most) {
        return figures.domains(day, after, most);
    }

    @Override
    public Preparation prepare(LocalDate day, String domain, Instant end, boolean last) {
        String name = "_smtp._tls." + domain;
        return switch (dns.texts(name)) {
            case TextAnswer.Found found -> addressed(day, domain, end, TlsReportRecord.addresses(found.texts()));
            case Temporary unknown -> new Preparation.Later(name + ": " + unknown.reason());
            case NoSuchDomain none -> new Preparation.Nothing("no record at " + name);
            case NoData none -> new Preparation.Nothing("no record at " + name);
        };
    }

    private Preparation addressed(LocalDate day, String domain, Instant end, List<ReportUri> uris) {
        if (uris.isEmpty()) {
            return new Preparation.Nothing("its record names nobody who wants reports");
        }
        List<TlsCount> counts = figures.of(day, domain);
        if (counts.isEmpty()) {
            return new Preparation.Nothing("nothing was counted");
        }
        Letters letters = new Letters(reporter.from(), uris.stream().map(DailyTlsReports::destination).toList());
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        ReportMail name = new ReportMail(reporter.from().domain().key(), domain, begin.getEpochSecond(),
                end.getEpochSecond(), day.toString().replace("-", "") + "x" + mark);
        ReportOrigin origin = new ReportOrigin(reporter.organization(), reporter.from().toString(), Optional.empty(),
                name.reportId(), begin, Instant.ofEpochSecond(end.getEpochSecond()), Optional.empty(),
                Optional.empty());
        letters.write(ReportKind.TLS, name, TlsReportDocument.EXTENSION,
                new TlsReportDocument(origin, counts).packed());
        return letters.prepared();
    }

    private static Destination destination(ReportUri uri) {
        return uri.mailbox()
                .<Destination>map(mailbox -> new Destination.Wanted(mailbox, uri.most()))
                .orElseGet(() -> new Destination.Unwanted(uri, "reports are sent by mail alone"));
    }
}
