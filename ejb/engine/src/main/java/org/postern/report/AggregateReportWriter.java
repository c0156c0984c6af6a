package org.postern.report;

import org.postern.auth.dmarc.AlignmentMode;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyOverride;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** Writes reports as the schema of RFC 9990, appendix A, wants them, in UTF-8. */
public final class AggregateReportWriter {
    /** The media type of a packed report. */
    public static final String MEDIA_TYPE = "application/gzip";
    /** The extension of a packed report's file name. */
    public static final String EXTENSION = "xml.gz";
    static final String NAMESPACE = "urn:ietf:params:xml:ns:dmarc-2.0";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private AggregateReportWriter() {}

    /** {@return the report, packed by gzip; the same report gives the same octets} */
    public static byte[] packed(AggregateReport report) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(octets)) {
            write(report, gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return octets.toByteArray();
    }

    /**
     * Writes a report, without closing the target.
     *
     * @throws IllegalArgumentException when it has no row: there is nothing to report then
     * @throws IOException what the target throws
     */
    public static void write(AggregateReport report, OutputStream target) throws IOException {
        if (report.rows().isEmpty()) {
            throw new IllegalArgumentException("a report has at least one row");
        }
        try {
            XmlText xml = new XmlText(FACTORY.createXMLStreamWriter(target, StandardCharsets.UTF_8.name()));
            xml.start("feedback", NAMESPACE);
            xml.element("version", "1.0");
            origin(xml, report.origin());
            published(xml, report.published());
            for (ReportRow row : report.rows()) {
                row(xml, row);
            }
            xml.finish();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void origin(XmlText xml, ReportOrigin origin) throws XMLStreamException {
        xml.start("report_metadata");
        xml.element("org_name", origin.organization());
        xml.element("email", origin.email());
        xml.element("extra_contact_info", origin.contact());
        xml.element("report_id", origin.id());
        xml.start("date_range");
        xml.element("begin", Long.toString(origin.begin().getEpochSecond()));
        xml.element("end", Long.toString(origin.end().getEpochSecond()));
        xml.end();
        xml.element("error", origin.error());
        xml.element("generator", origin.generator());
        xml.end();
    }

    private static void published(XmlText xml, PublishedDmarc policy) throws XMLStreamException {
        xml.start("policy_published");
        xml.element("domain", policy.domain());
        xml.element("discovery_method", policy.method());
        xml.element("p", policy.p().word());
        xml.element("sp", policy.sp().map(OwnerPolicy::word));
        xml.element("np", policy.np().map(OwnerPolicy::word));
        xml.element("fo", policy.failureOptions());
        xml.element("adkim", policy.adkim().map(AlignmentMode::letter));
        xml.element("aspf", policy.aspf().map(AlignmentMode::letter));
        xml.element("testing", policy.isTesting() ? "y" : "n");
        xml.end();
    }

    private static void row(XmlText xml, ReportRow row) throws XMLStreamException {
        RowFacts facts = row.facts();
        xml.start("record");
        xml.start("row");
        xml.element("source_ip", facts.source());
        xml.element("count", Long.toString(row.count()));
        evaluated(xml, facts.evaluated());
        xml.end();
        xml.start("identifiers");
        xml.element("header_from", facts.headerFrom());
        xml.element("envelope_from", facts.envelopeFrom());
        xml.element("envelope_to", facts.envelopeTo());
        xml.end();
        results(xml, facts);
        xml.end();
    }

    private static void evaluated(XmlText xml, EvaluatedPolicy evaluated) throws XMLStreamException {
        xml.start("policy_evaluated");
        xml.element("disposition", evaluated.disposition().word());
        xml.element("dkim", evaluated.isDkimAligned() ? "pass" : "fail");
        xml.element("spf", evaluated.isSpfAligned() ? "pass" : "fail");
        for (PolicyOverride reason : evaluated.reasons()) {
            xml.start("reason");
            xml.element("type", reason.type().word());
            if (!reason.comment().isEmpty()) {
                xml.element("comment", reason.comment());
            }
            xml.end();
        }
        xml.end();
    }

    private static void results(XmlText xml, RowFacts facts) throws XMLStreamException {
        xml.start("auth_results");
        for (DkimResult dkim : facts.dkim()) {
            xml.start("dkim");
            xml.element("domain", dkim.domain());
            xml.element("selector", dkim.selector());
            xml.element("result", dkim.result().word());
            xml.element("human_result", dkim.words());
            xml.end();
        }
        if (facts.spf().isPresent()) {
            SpfResult spf = facts.spf().get();
            xml.start("spf");
            xml.element("domain", spf.domain());
            xml.element("scope", "mfrom");
            xml.element("result", spf.result().word());
            xml.element("human_result", spf.words());
            xml.end();
        }
        xml.end();
    }
}
