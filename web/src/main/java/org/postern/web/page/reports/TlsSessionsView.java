package org.postern.web.page.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.reports.SentReports;
import org.postern.admin.trace.TlsReports;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.tls.TlsFault;
import org.postern.web.page.Forms;

import java.time.LocalDate;
import java.util.List;

/** What came of the policies about TLS that other domains publish, on one day in UTC. */
@Named
@RequestScoped
public class TlsSessionsView {
    private static final int LINES = 100;

    @Inject
    private TlsReports desk;
    @Inject
    private SentReports calendar;

    private String day = "";
    private String domain = "";
    private String after = "";
    private List<String> found;

    private LocalDate shown() {
        return Days.parse(day).orElseGet(calendar::today);
    }

    private List<String> found() {
        if (found == null) {
            found = desk.domains(shown(), after, LINES + 1);
        }
        return found;
    }

    /** {@return the domains of this page} */
    public List<String> getDomains() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return the domain behind which the next page begins; empty where there is none} */
    public String getNext() {
        return found().size() > LINES ? getDomains().getLast() : "";
    }

    /** {@return what was counted for the domain that is looked at} */
    public List<TlsCount> getFigures() {
        return domain.isEmpty() ? List.of() : desk.figures(shown(), domain);
    }

    /** {@return what was wrong with sessions, in the words of reports; empty where all was well} */
    public String fault(TlsCount count) {
        return count.fault().map(TlsFault::word).orElse("");
    }

    public String getEarlier() {
        return shown().minusDays(1).toString();
    }

    /** {@return the day after; empty where that has not come yet} */
    public String getLater() {
        LocalDate next = shown().plusDays(1);
        return next.isAfter(calendar.today()) ? "" : next.toString();
    }

    public String getDay() {
        return shown().toString();
    }

    public void setDay(String day) {
        this.day = Forms.given(day);
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = Forms.given(domain).strip();
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }
}
