package org.postern.report.tls;

import org.postern.auth.dmarc.ReportUri;

import java.util.List;

/** The record of those who want reports on TLS (RFC 8460, 3): {@code v=TLSRPTv1; rua=mailto:tls@example.com}. */
final class TlsReportRecord {
    private static final String VERSION = "v=TLSRPTv1";
    private static final String ADDRESSES = "rua=";
    private static final int LONGEST = 8192;

    private TlsReportRecord() {}

    /** {@return where reports are wanted; nowhere where there is no record, or more than one} */
    static List<ReportUri> addresses(List<String> texts) {
        List<String> records = texts.stream().filter(TlsReportRecord::isRecord).limit(2).toList();
        return records.size() == 1 ? addresses(records.getFirst()) : List.of();
    }

    private static boolean isRecord(String text) {
        return text.length() <= LONGEST && text.startsWith(VERSION)
                && text.substring(VERSION.length()).stripLeading().startsWith(";");
    }

    private static List<ReportUri> addresses(String record) {
        for (String field : record.split(";", 20)) {
            if (field.strip().startsWith(ADDRESSES)) {
                return ReportUri.list(field.strip().substring(ADDRESSES.length()));
            }
        }
        return List.of();
    }
}
