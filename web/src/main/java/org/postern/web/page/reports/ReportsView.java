package org.postern.web.page.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.reports.OthersReports;
import org.postern.admin.reports.ReportedDay;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.web.chart.Chart;
import org.postern.web.chart.Series;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What others report: who sends in our name, and the reports themselves. */
@Named
@RequestScoped
public class ReportsView {
    private static final int LINES = 50;
    private static final Pattern WRITTEN = Pattern.compile("2\\d{3}-[0-9T:.-]{1,30}Z");

    @Inject
    private OthersReports desk;

    private String domain = "";
    private String before = "";
    private List<ReportedDay> days;
    private List<ReceivedReport> reports;
    private List<ReceivedReports.OfDomain> domains;

    /** {@return what was reported of each of the last days, on the domain that is looked at or on all} */
    public List<ReportedDay> getDays() {
        if (days == null) {
            days = desk.days(ReportKind.DMARC, domain);
        }
        return days;
    }

    public Chart getChart() {
        return Chart.of(List.of(
                new Series(Texts.current().say("reports.passed"), "good",
                        getDays().stream().map(day -> (double) day.passed()).toList()),
                new Series(Texts.current().say("reports.failed"), "bad",
                        getDays().stream().map(day -> (double) day.failed()).toList())));
    }

    /** {@return the labels below the chart} */
    public List<String> getTimes() {
        return List.of(getDays().getFirst().day() + " UTC", getDays().get(OthersReports.DAYS / 2).day().toString(),
                getDays().getLast().day().toString());
    }

    public List<ReceivedReports.OfDomain> getDomains() {
        if (domains == null) {
            domains = desk.domains();
        }
        return domains;
    }

    /** {@return who has sent in the name of the domain that is looked at} */
    public List<ReceivedReports.Source> getSources() {
        return domain.isEmpty() ? List.of() : desk.sources(domain);
    }

    private List<ReceivedReport> reports() {
        if (reports == null) {
            reports = desk.list(moment(before));
        }
        return reports;
    }

    private static Optional<Instant> moment(String text) {
        try {
            return WRITTEN.matcher(text).matches() ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** {@return the reports of this page, the latest first} */
    public List<ReceivedReport> getReports() {
        return reports().subList(0, Math.min(LINES, reports().size()));
    }

    /** {@return before which moment the next page is; empty where there is none} */
    public String getNext() {
        return reports().size() > LINES ? getReports().getLast().received().toString() : "";
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = Forms.given(domain).strip();
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = Forms.given(before);
    }
}
