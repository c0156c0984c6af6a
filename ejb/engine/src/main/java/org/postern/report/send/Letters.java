package org.postern.report.send;

import org.postern.auth.dmarc.ReportUri;
import org.postern.mail.Mailbox;
import org.postern.report.ReportDestinations.Destination;
import org.postern.report.ReportKind;
import org.postern.report.ReportMail;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The letters to one domain about one day, each to one address. */
public final class Letters {
    /** The most letters of one report. */
    static final int MOST = DmarcReports.MOST_POLICIES * ReportUri.MOST;
    /** What header section and words take beside the report, in octets. */
    private static final int FRAME = 4096;

    private final Mailbox from;
    private final Recipients recipients;
    private final List<ReportLetter> letters = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param destinations who is named, and what is known of each */
    public Letters(Mailbox from, List<Destination> destinations) {
        this.from = from;
        this.recipients = Recipients.of(destinations);
        remarks.addAll(recipients.remarks());
        remarks.addAll(recipients.unknown());
    }

    /** {@return those of whom is not known now whether they want any, and why} */
    public List<String> unknown() {
        return List.copyOf(recipients.unknown());
    }

    /** Writes a report to each of them who takes as much. */
    public void write(ReportKind kind, ReportMail name, String extension, byte[] packed) {
        String attachment = Base64.getMimeEncoder().encodeToString(packed);
        int size = attachment.length() + FRAME;
        recipients.limits().forEach((to, most) -> {
            if (size <= most && letters.size() < MOST) {
                letters.add(new ReportLetter(kind, name, extension, from, to, attachment));
            } else {
                remarks.add("not to " + to + ": " + size + " octets are more than it takes");
            }
        });
    }

    /** {@return all that was written, and why some get nothing} */
    public Preparation prepared() {
        String words = String.join("; ", remarks);
        return letters.isEmpty()
                ? new Preparation.Nothing(words.isEmpty() ? "nothing was counted" : words)
                : new Preparation.Ready(letters, words);
    }
}
