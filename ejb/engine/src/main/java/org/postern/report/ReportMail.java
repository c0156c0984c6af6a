package org.postern.report;

/**
 * How a report is called on its way (RFC 9990, 3.5.2; RFC 8460, 5.1).
 *
 * @param submitter the reporter's domain, A-labels
 * @param domain the policy domain, A-labels
 * @param begin in seconds since 1970
 * @param end in seconds since 1970
 * @param id letters and digits, unique among the reports to the domain
 */
public record ReportMail(String submitter, String domain, long begin, long end, String id) {
    public ReportMail {
        require(submitter, "-._");
        require(domain, "-._");
        require(id, "");
    }

    private static void require(String text, String more) {
        boolean good = !text.isEmpty() && text.chars()
                .allMatch(c -> more.indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c)));
        if (!good) {
            throw new IllegalArgumentException("may not stand in the name of a report: " + text);
        }
    }

    /** {@return the Report-ID, without angle brackets} */
    public String reportId() {
        return id + "@" + submitter;
    }

    /** {@return the name of the attachment, such as {@code gw.example!shop.example!0!86399!x1.xml.gz}} */
    public String fileName(String extension) {
        return submitter + "!" + domain + "!" + begin + "!" + end + "!" + id + "." + extension;
    }

    /** {@return the Subject, not folded} */
    public String subject() {
        return "Report Domain: " + domain + " Submitter: " + submitter + " Report-ID: <" + reportId() + ">";
    }
}
