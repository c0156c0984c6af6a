package org.postern.report;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

/**
 * Reads reports of others: by RFC 9990, and by RFC 7489 with its namespace or, as most are, without. Bounded in octets, depth, rows and
 * lengths; fetches nothing.
 */
public final class AggregateReportReader {
    private static final Set<String> NAMESPACES = Set.of("", AggregateReportWriter.NAMESPACE,
            "http://dmarc.org/dmarc-xml/0.1", "http://dmarc.org/dmarc-xml/0.2");
    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private AggregateReportReader() {}

    /**
     * {@return what an attachment says, packed or not} Does not close it.
     *
     * @throws IOException when the place that holds the attachment cannot be read, which says nothing about the report
     */
    public static ReportReading<AggregateReport> read(InputStream attachment) throws IOException {
        try {
            return new ReportReading.Read<>(read(XmlNodes.of(PackedReport.unpack(attachment))));
        } catch (UnreadableReportException e) {
            return new ReportReading.Unreadable<>(e.getMessage());
        } catch (XMLStreamException e) {
            return new ReportReading.Unreadable<>("no well-formed XML");
        }
    }

    private static AggregateReport read(XmlNodes xml) throws XMLStreamException, UnreadableReportException {
        if (!xml.rootName().equals("feedback") || !NAMESPACES.contains(xml.namespace())) {
            throw new UnreadableReportException("no aggregate report");
        }
        Optional<ReportOrigin> origin = Optional.empty();
        Optional<PublishedDmarc> published = Optional.empty();
        List<ReportRow> rows = new ArrayList<>();
        while (xml.nextChild()) {
            switch (xml.childName()) {
                case "report_metadata" -> origin = Optional.of(origin(xml.read()));
                case "policy_published" -> published = Optional.of(RowReader.published(xml.read()));
                case "record" -> rows.add(RowReader.row(xml.read()));
                default -> xml.skip();
            }
            if (rows.size() > AggregateReport.MOST_ROWS) {
                throw new UnreadableReportException("more than " + AggregateReport.MOST_ROWS + " rows");
            }
        }
        if (origin.isEmpty() || published.isEmpty()) {
            throw new UnreadableReportException("no report_metadata or no policy_published");
        }
        return new AggregateReport(origin.get(), published.get(), rows);
    }

    private static ReportOrigin origin(XmlNode node) throws UnreadableReportException {
        XmlNode range = node.child("date_range");
        return new ReportOrigin(node.required("org_name"), node.words("email").orElse(""),
                node.words("extra_contact_info"), node.required("report_id"),
                Instant.ofEpochSecond(range.number("begin", 0, LAST_SECOND)),
                Instant.ofEpochSecond(range.number("end", 0, LAST_SECOND)), node.words("error"),
                node.words("generator"));
    }
}
