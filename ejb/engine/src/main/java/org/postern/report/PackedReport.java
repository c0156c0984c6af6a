package org.postern.report;

import java.io.ByteArrayInputStream;
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
     * @throws UnreadableReportException when it cannot be unpacked, or is more than {@value #MOST_OCTETS} octets, packed or not, or more than
     *     one file
     * @throws IOException when the place that holds the attachment cannot be read, which says nothing about the report
     */
    public static byte[] unpack(InputStream attachment) throws UnreadableReportException, IOException {
        return unpack(attachment, MOST_OCTETS);
    }

    /**
     * {@return the report's octets} Reads no further than it must, and does not close.
     *
     * @param most the most octets, packed or not, up to {@value #MOST_OCTETS}
     * @throws UnreadableReportException when it cannot be unpacked, or is more, or more than one file
     * @throws IOException when the place that holds the attachment cannot be read, which says nothing about the report
     */
    public static byte[] unpack(InputStream attachment, int most) throws UnreadableReportException, IOException {
        byte[] packed = bounded(attachment, most);
        int magic = packed.length < 2 ? 0 : (packed[0] & 0xFF) << 8 | (packed[1] & 0xFF);
        try {
            return switch (magic) {
                case GZIP -> bounded(new GZIPInputStream(new ByteArrayInputStream(packed)), most);
                case ZIP -> unzipped(new ZipInputStream(new ByteArrayInputStream(packed)), most);
                default -> packed;
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableReportException("cannot be unpacked");
        }
    }

    private static byte[] unzipped(ZipInputStream zip, int most) throws IOException, UnreadableReportException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || first.isDirectory()) {
            throw new UnreadableReportException("no file in the zip");
        }
        byte[] octets = bounded(zip, most);
        if (zip.getNextEntry() != null) {
            throw new UnreadableReportException("more than one file in the zip");
        }
        return octets;
    }

    private static byte[] bounded(InputStream in, int most) throws IOException, UnreadableReportException {
        byte[] octets = in.readNBytes(most + 1);
        if (octets.length > most) {
            throw new UnreadableReportException("more than " + most + " octets");
        }
        return octets;
    }
}
