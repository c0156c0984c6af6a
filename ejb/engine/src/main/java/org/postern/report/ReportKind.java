package org.postern.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report is about. */
public enum ReportKind {
    /** Mail in the name of a domain (RFC 9990). */
    DMARC("application/gzip"),
    /** TLS to the servers of a domain (RFC 8460). */
    TLS("application/tlsrpt+gzip");

    private final String mediaType;

    ReportKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** {@return the word of the command line and of settings, in lower case} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the media type of a packed report} */
    public String mediaType() {
        return mediaType;
    }

    /** {@return the kind of this word} */
    public static Optional<ReportKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
