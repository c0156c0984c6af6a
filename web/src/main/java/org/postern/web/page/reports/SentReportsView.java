package org.postern.web.page.reports;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.reports.SentReports;
import org.postern.report.ReportKind;
import org.postern.report.send.SentReport;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is reported to other domains of one day, which is that of UTC. */
@Named
@ViewScoped
public class SentReportsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SentReports desk;

    private ReportKind kind = ReportKind.DMARC;
    private String day = "";
    private String after = "";
    private String domain = "";
    private transient List<SentReport> reports;

    private LocalDate shown() {
        return Days.parse(day).orElseGet(() -> desk.today().minusDays(1));
    }

    public List<SentReport> getReports() {
        if (reports == null) {
            reports = desk.list(kind, shown(), after);
        }
        return reports;
    }

    /** {@return the domain behind which the next page begins; empty where there is none} */
    public String getNext() {
        return getReports().size() < SentReports.MOST ? "" : getReports().getLast().domain();
    }

    /** Sends at once what is known of the day for the domain that is written. */
    public void send() {
        Texts texts = Texts.current();
        Optional<SentReport> sent = desk.send(kind, shown(), domain.strip().toLowerCase(Locale.ROOT));
        Forms.tell(
                sent.isPresent()
                        ? Optional.empty()
                        : Optional.of(texts.say("sentReports.suchReportsAreNotSent")),
                sent.map(report -> texts.say("sentReports.theReportToXOnXIsX", report.domain(), report.day().toString(),
                        texts.word(report.state()), report.words())).orElse(""));
        Forms.show("sent-reports?kind=" + getKind() + "&day=" + shown());
    }

    /** {@return the class of colour that goes with it} */
    public String tone(SentReport.State state) {
        return switch (state) {
            case LATE -> "wait";
            case READY -> "calm";
            case SENT -> "good";
            case UNWANTED -> "dim";
            case GIVEN_UP -> "bad";
        };
    }

    public String getEarlier() {
        return shown().minusDays(1).toString();
    }

    /** {@return the day after; empty where that has not come yet} */
    public String getLater() {
        LocalDate next = shown().plusDays(1);
        return next.isAfter(desk.today()) ? "" : next.toString();
    }

    public String getKind() {
        return kind.word();
    }

    /** Takes DMARC for what is none. */
    public void setKind(String word) {
        kind = ReportKind.of(Forms.given(word)).orElse(ReportKind.DMARC);
    }

    public String getDay() {
        return shown().toString();
    }

    public void setDay(String day) {
        this.day = Forms.given(day);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = Forms.given(domain);
    }
}
