package org.postern.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An attachment as it came: gzip, a zip with one entry, or the report itself; told by the first octets, not by what it is called. */
public final class PackedReport {
    /** The most octets of a report, unpacked (RFC 9990, 8.1). */
    public static final int MOST_OCTETS = 10 * 1024 * 1024;
    private static final int GZIP = 0x1F8B;
    private static final int ZIP = 'P' << 8 | 'K';

    private PackedReport() {}

    /**
     * {@return the report's octets} Reads no further than it must, and does not close.
     *
     * @throws UnreadableReportException when it cannot be unpacked, or is more than {@value #MOST_OCTETS} octets, or more than one file
     */
    public static byte[] unpack(InputStream attachment) throws UnreadableReportException {
        BufferedInputStream in = new BufferedInputStream(attachment);
        try {
            in.mark(2);
            int magic = in.read() << 8 | in.read();
            in.reset();
            return switch (magic) {
                case GZIP -> bounded(new GZIPInputStream(in));
                case ZIP -> unzipped(new ZipInputStream(in));
                default -> bounded(in);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableReportException("cannot be unpacked");
        }
    }

    private static byte[] unzipped(ZipInputStream zip) throws IOException, UnreadableReportException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || first.isDirectory()) {
            throw new UnreadableReportException("no file in the zip");
        }
        byte[] octets = bounded(zip);
        if (zip.getNextEntry() != null) {
            throw new UnreadableReportException("more than one file in the zip");
        }
        return octets;
    }

    private static byte[] bounded(InputStream in) throws IOException, UnreadableReportException {
        byte[] octets = in.readNBytes(MOST_OCTETS + 1);
        if (octets.length > MOST_OCTETS) {
            throw new UnreadableReportException("more than " + MOST_OCTETS + " octets");
        }
        return octets;
    }
}
