package org.postern.report.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.report.ReportKind;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class MailedReportsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String DMARC = """
            <?xml version="1.0"?>
            <feedback><report_metadata><org_name>Big Mail</org_name><email>a@big.example</email>
            <report_id>77</report_id><date_range><begin>1772323200</begin><end>1772409599</end></date_range>
            </report_metadata>
            <policy_published><domain>shop.example</domain><p>none</p></policy_published>
            <record><row><source_ip>192.0.2.1</source_ip><count>3</count><policy_evaluated>
            <disposition>none</disposition><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row>
            <identifiers><header_from>shop.example</header_from></identifiers><auth_results/></record>
            <record><row><source_ip>192.0.2.66</source_ip><count>9</count><policy_evaluated>
            <disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>
            <identifiers><header_from>shop.example</header_from></identifiers><auth_results/></record></feedback>""";
    private static final String TLS = """
            {"organization-name":"Big Mail","date-range":{"start-datetime":"2026-03-01T00:00:00Z",
            "end-datetime":"2026-03-01T23:59:59Z"},"contact-info":"a@big.example","report-id":"t1",
            "policies":[{"policy":{"policy-type":"sts","policy-domain":"shop.example"},
            "summary":{"total-successful-session-count":40,"total-failure-session-count":2},
            "failure-details":[{"result-type":"certificate-expired","receiving-mx-hostname":"mx.shop.example",
            "failed-session-count":2}]}]}""";

    private static List<ReadReport> read(String message) throws IOException {
        return read(message, "0123456789ABCDEF");
    }

    private static List<ReadReport> read(String message, String id) throws IOException {
        Envelope envelope = new Envelope(ReversePath.of(new Mailbox("a", new Domain("big.example"))), Parameters.NONE,
                List.of(Recipient.of(new Mailbox("reports", new Domain("shop.example")))));
        return MailedReports.in(
                new Message(new QueueId(id), envelope, Content.of(message.replace("\n", "\r\n").getBytes(ISO_8859_1))),
                NOW);
    }

    private static String attached(String type, String name, byte[] octets) {
        return "From: <a@big.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\n"
                + "Content-Type: " + type + "; name=\"" + name + "\"\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, "\n".getBytes(UTF_8)).encodeToString(octets) + "\n--b--\n";
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(octets);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("report.xml"));
            zip.write(octets);
        }
        return packed.toByteArray();
    }

    private static String fault(String message) throws IOException {
        List<ReadReport> read = read(message);
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().report().kind()).isEmpty();
        assertThat(read.getFirst().lines()).isEmpty();
        return read.getFirst().report().fault();
    }

    @Test
    void aReportIsReadHoweverItIsPackedAndCalled() throws IOException {
        byte[] xml = DMARC.getBytes(UTF_8);
        for (String message : List.of(attached("application/gzip", "x.xml.gz", gzip(xml)),
                attached("application/zip", "x.zip", zip(xml)), attached("text/xml", "x", xml),
                attached("application/octet-stream", "X.XML.GZ", gzip(xml)),
                "Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getEncoder().encodeToString(gzip(xml)) + "\n")) {
            ReadReport read = read(message).getFirst();
            assertThat(read.report().kind()).contains(ReportKind.DMARC);
            assertThat(read.report()).extracting(ReceivedReport::organization, ReceivedReport::domain,
                    ReceivedReport::id, ReceivedReport::passed, ReceivedReport::failed, ReceivedReport::sender)
                    .containsExactly("Big Mail", "shop.example", "77", 3L, 9L, "a@big.example");
            assertThat(read.lines()).containsExactly(
                    new ReportLine("192.0.2.66", "shop.example", 9, false, "none"),
                    new ReportLine("192.0.2.1", "shop.example", 3, true, "none"));
        }
    }

    @Test
    void aReportOnTlsIsReadToo() throws IOException {
        ReadReport read = read(attached("application/tlsrpt+gzip", "x.json.gz", gzip(TLS.getBytes(UTF_8)))).getFirst();
        assertThat(read.report().kind()).contains(ReportKind.TLS);
        assertThat(read.report().words()).isEqualTo("report (tls) of Big Mail on shop.example: 40 passed, 2 failed");
        assertThat(read.lines()).contains(
                new ReportLine("mx.shop.example", "sts", 2, false, "certificate-expired "));
    }

    @Test
    void theSameReportIsKnownByWhoeverBringsIt() throws IOException {
        String message = attached("text/xml", "x.xml", DMARC.getBytes(UTF_8));
        assertThat(read(message, "0000000000000001").getFirst().report().key())
                .isEqualTo(read(message, "0000000000000002").getFirst().report().key());
        assertThat(read("x\n\nx", "0000000000000001").getFirst().report().key())
                .isNotEqualTo(read("x\n\nx", "0000000000000002").getFirst().report().key());
    }

    @Test
    void whatIsNoReportIsToldAsThat() throws IOException {
        assertThat(fault("Subject: hello\n\nhello\n")).isEqualTo("no attachment that may be a report");
        assertThat(fault(attached("application/gzip", "x.gz", gzip("hello".getBytes(UTF_8)))))
                .isEqualTo("neither XML nor JSON");
        assertThat(fault(attached("application/gzip", "x.gz", new byte[]{0x1F, (byte) 0x8B, 1, 2})))
                .isEqualTo("cannot be unpacked");
        assertThat(fault(attached("text/xml", "x.xml", "<html/>".getBytes(UTF_8)))).isEqualTo("no aggregate report");
        assertThat(fault(attached("text/xml", "x.xml", new byte[0]))).isEqualTo("neither XML nor JSON");
    }

    @Test
    void aBombIsNotReadAndCostsLittle() throws IOException {
        byte[] zeros = gzip(new byte[200 * 1024 * 1024]);
        assertThat(fault(attached("application/gzip", "x.xml.gz", zeros))).startsWith("more than ");
        assertThat(fault(attached("application/gzip", "x.xml.gz", gzip(zeros)))).isEqualTo("neither XML nor JSON");
        String entities = "<?xml version=\"1.0\"?><!DOCTYPE feedback [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<feedback>&b;</feedback>";
        assertThat(fault(attached("text/xml", "x.xml", entities.getBytes(UTF_8)))).isNotEmpty();
        String foreign = "<!DOCTYPE feedback SYSTEM \"http://127.0.0.1:1/x\"><feedback/>";
        assertThat(fault(attached("text/xml", "x.xml", foreign.getBytes(UTF_8)))).isNotEmpty();
        assertThat(fault(attached("text/xml", "x.xml", "<a>".repeat(100_000).getBytes(UTF_8)))).isNotEmpty();
        assertThat(fault(attached("application/json", "x.json", "[{\"a\":".repeat(100_000).getBytes(UTF_8))))
                .isNotEmpty();
    }

    @Test
    void ofManyAttachmentsSomeAreRead() throws IOException {
        String part = "--b\nContent-Type: text/xml\n\n<x/>\n";
        assertThat(read("Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(300) + "--b--\n"))
                .hasSize(MailedReports.MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/gzip", "text/xml", "application/json"})
    void whateverAStrangerWritesHasAnEnd(String type) throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] octets = (type.endsWith("json") ? TLS : DMARC).getBytes(UTF_8);
            byte[] made = type.endsWith("gzip") ? gzip(octets) : octets;
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                made[random.nextInt(made.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(attached(type, "x", made))).hasSize(1);
        }
    }

    @Test
    void ofOneMessageNoMoreIsUnpackedThanTwoLargestReports() throws IOException {
        byte[] large = gzip((" ".repeat(9 << 20) + TLS).getBytes(UTF_8));
        byte[] bomb = gzip(new byte[11 << 20]);
        AttachmentReader some = new AttachmentReader(NOW, "0123456789ABCDEF", "a@big.example");
        some.read(new ByteArrayInputStream(large));
        some.read(new ByteArrayInputStream(bomb));
        some.read(new ByteArrayInputStream(bomb));
        assertThat(some.read(new ByteArrayInputStream(gzip(TLS.getBytes(UTF_8)))).report().fault())
                .contains("octets in one message");
    }
}
