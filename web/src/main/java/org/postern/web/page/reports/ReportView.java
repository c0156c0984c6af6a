package org.postern.web.page.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.reports.OthersReports;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReportLine;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.util.List;
import java.util.Optional;

/** One report of others. */
@Named
@RequestScoped
public class ReportView {
    private static final int MOST = 500;

    @Inject
    private OthersReports desk;

    private String key = "";
    private Optional<ReceivedReport> report = Optional.empty();

    /** Shows the list if there is no such report. */
    public void load() {
        report = desk.find(key);
        if (report.isEmpty()) {
            Forms.tell(Optional.of(Texts.current().say("reports.thatReportIsNotKept")), "");
            Forms.show("reports");
        }
    }

    /** {@return the report; null where there is none} */
    public ReceivedReport getReport() {
        return report.orElse(null);
    }

    /** {@return its lines, the largest first} */
    public List<ReportLine> getLines() {
        return desk.lines(key).stream().limit(MOST).toList();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = Forms.given(key);
    }
}
