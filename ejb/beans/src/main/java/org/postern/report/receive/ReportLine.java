package org.postern.report.receive;

/**
 * So many messages or sessions that were alike.
 *
 * @param source the client's address; of a report on TLS our MX host, which may be empty
 * @param about the author's domain; of a report on TLS the kind of policy
 * @param passed whether all was well with them
 * @param words what was said of them, for a person
 */
public record ReportLine(String source, String about, long count, boolean passed, String words) {
    /** The longest text. */
    public static final int LONGEST = 255;

    public ReportLine {
        source = shortened(source);
        about = shortened(about);
        words = shortened(words);
    }

    static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
