package org.postern.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.auth.ResultName;
import org.postern.auth.dmarc.OverrideType;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyOverride;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class AggregateReportReaderTest {
    private static final String HEAD = """
            <report_metadata><org_name>o</org_name><email>e</email><report_id>r</report_id>
            <date_range><begin>1</begin><end>2</end></date_range></report_metadata>
            <policy_published><domain>shop.example</domain><p>none</p></policy_published>""";
    private static final String ROW = """
            <record><row><source_ip>192.0.2.1</source_ip><count>3</count><policy_evaluated><disposition>none</disposition>
            <dkim>fail</dkim><spf>fail</spf></policy_evaluated></row><identifiers><header_from>shop.example</header_from>
            </identifiers><auth_results/></record>""";

    private static ReportReading<AggregateReport> read(byte[] octets) {
        try {
            return AggregateReportReader.read(new ByteArrayInputStream(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportReading<AggregateReport> read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static AggregateReport report(String xml) {
        assertThat(read(xml)).isInstanceOf(ReportReading.Read.class);
        return ((ReportReading.Read<AggregateReport>) read(xml)).report();
    }

    private static void assertUnreadable(ReportReading<AggregateReport> reading, String reason) {
        assertThat(reading).isInstanceOf(ReportReading.Unreadable.class);
        assertThat(((ReportReading.Unreadable<AggregateReport>) reading).reason()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<feedback>", "<feedback xmlns='urn:ietf:params:xml:ns:dmarc-2.0'>",
            "<f:feedback xmlns:f='http://dmarc.org/dmarc-xml/0.1' xmlns='http://dmarc.org/dmarc-xml/0.1'>"})
    void readsEachNamespace(String root) {
        String end = root.startsWith("<f:") ? "</f:feedback>" : "</feedback>";
        AggregateReport report = report(root + HEAD + ROW + ROW + end);
        assertThat(report.rows()).hasSize(2);
        assertThat(report.messages()).isEqualTo(6);
        assertThat(report.published().domain()).isEqualTo("shop.example");
    }

    @Test
    void readsWhatRfc7489Had() {
        AggregateReport report = report(
                """
                        <?xml version="1.0" encoding="UTF-8" ?><feedback><version>1.0</version>%s<record><row>
                        <source_ip>2001:db8::1</source_ip><count>1</count><policy_evaluated><disposition>reject</disposition>
                        <reason><type>sampled_out</type><comment>50</comment></reason><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row>
                        <identifiers><envelope_from/><header_from>shop.example</header_from></identifiers><auth_results>
                        <dkim><domain>shop.example</domain><result>pass</result></dkim>
                        <spf><domain>mx.example</domain><scope>helo</scope><result>pass</result></spf>
                        <spf><domain>shop.example</domain><scope>mfrom</scope><result>hardfail</result></spf>
                        </auth_results></record></feedback>"""
                        .formatted(HEAD.replace("<p>none</p>", "<p>Reject</p><pct>50</pct>")));
        RowFacts facts = report.rows().getFirst().facts();
        assertThat(report.published().p()).isEqualTo(OwnerPolicy.REJECT);
        assertThat(facts.envelopeFrom()).contains("");
        assertThat(facts.evaluated().isDkimAligned()).isTrue();
        assertThat(facts.evaluated().reasons())
                .containsExactly(new PolicyOverride(OverrideType.OTHER, "sampled_out 50"));
        assertThat(facts.dkim()).containsExactly(new DkimResult("shop.example", "", ResultName.PASS, Optional.empty()));
        assertThat(facts.spf()).contains(new SpfResult("shop.example", ResultName.FAIL, Optional.empty()));
    }

    @Test
    void leavesExtensionsOut() {
        AggregateReport report = report(
                "<feedback xmlns:x='urn:x'>" + HEAD + "<extension><x:a><x:b/></x:a></extension><x:record/>"
                        + ROW.replace("</record>", "<x:row><source_ip>no</source_ip></x:row></record>")
                                .replace("<count>", "<x:count>9</x:count><count>")
                        + "</feedback>");
        assertThat(report.rows().getFirst().count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<count>0</count>", "<count>-1</count>", "<count>1e9</count>", "<count/>",
            "<count>99999999999999999999</count>", "<count>١</count>", ""})
    void readsNoCountThatMakesNoSense(String count) {
        assertUnreadable(read("<feedback>" + HEAD + ROW.replace("<count>3</count>", count) + "</feedback>"), "count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "text", "{}", "<feedback>", "<feedback/>", "<html/>", "<feedback xmlns='urn:x'/>",
            "<feedback><record/></feedback>", "<feedback>\0</feedback>"})
    void saysWhatIsNoReport(String xml) {
        assertThat(read(xml)).isInstanceOf(ReportReading.Unreadable.class);
    }

    @Test
    void readsNoDtdAndNoEntities() {
        String bomb = """
                <!DOCTYPE feedback [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <feedback>%s</feedback>""";
        assertUnreadable(read(bomb.formatted(HEAD)), "DTD");
        assertUnreadable(read(bomb.formatted("&b;")), "DTD");
        assertUnreadable(read("<!DOCTYPE feedback SYSTEM 'http://127.0.0.1:1/x.dtd'><feedback/>"), "DTD");
        assertThat(read("<!DOCTYPE feedback [<!ENTI\u001eY b 'c'>]><feedback/>"))
                .isInstanceOf(ReportReading.Unreadable.class);
        assertThat(read("<feedback>&b;</feedback>")).isInstanceOf(ReportReading.Unreadable.class);
    }

    @Test
    void readsWithinBoundsOnly() {
        assertUnreadable(read("<feedback>" + "<a>".repeat(100_000)), "deep");
        assertUnreadable(read("<feedback><record>" + "<a>".repeat(100_000)), "deep");
        assertUnreadable(read("<feedback><record>" + "<a/>".repeat(100_000)), "many");
        assertUnreadable(read("<feedback>" + HEAD + ROW.replaceAll("\\s+", "").repeat(1000)
                + ("<record><row><source_ip>1</source_ip><count>1</count></row><identifiers><header_from>a</header_from>"
                        + "</identifiers></record>").repeat(AggregateReport.MOST_ROWS)),
                "rows");
        String text = report(
                "<feedback>" + HEAD.replace(">o<", ">" + "o".repeat(1_000_000) + "<") + ROW + "</feedback>").origin()
                .organization();
        assertThat(text).hasSize(1000);
        assertThat(read("<feedback " + "a".repeat(2_000_000) + "='x'/>")).isInstanceOf(ReportReading.Unreadable.class);
    }

    @Test
    void readsOtherEncodingsAndWhatIsNone() {
        String xml = "<?xml version='1.0' encoding='%s'?><feedback>" + HEAD.replace(">o<", ">\u00f6<") + ROW
                + "</feedback>";
        assertThat(read(("\ufeff" + xml.formatted("utf-16")).getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(ReportReading.Read.class);
        assertThat(report("\ufeff" + xml.formatted("UTF-8")).origin().organization()).isEqualTo("\u00f6");
        assertThat(read(xml.formatted("iso-8859-1").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ReportReading.Read.class);
    }

    private static byte[] gzip(byte[] octets, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(octets);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] octets, String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(octets);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void unpacksGzipAndAZipOfOneFile() throws IOException {
        byte[] xml = ("<feedback>" + HEAD + ROW + "</feedback>").getBytes(StandardCharsets.UTF_8);
        assertThat(read(gzip(xml, 1))).isInstanceOf(ReportReading.Read.class);
        assertThat(read(zip(xml, "../../r.xml"))).isInstanceOf(ReportReading.Read.class);
        assertUnreadable(read(zip(xml, "a.xml", "b.xml")), "more than one file");
        assertUnreadable(read(zip(new byte[0])), "no file");
        assertUnreadable(read(Arrays.copyOf(gzip(xml, 1), 40)), "unpacked");
        assertUnreadable(read(gzip(gzip(xml, 1), 1)), "XML");
    }

    @Test
    void saysNothingOfWhatOurOwnStoreDoesNotGive() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[10]),
                InputStream.nullInputStream()) {
            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                throw new IOException("the disk");
            }
        };
        assertThatThrownBy(() -> AggregateReportReader.read(broken)).isInstanceOf(IOException.class);
    }

    @Test
    void unpacksTenMegabytesAtMost() throws IOException {
        byte[] megabyte = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        assertUnreadable(read(gzip(megabyte, 30)), "octets");
        byte[] much = new byte[PackedReport.MOST_OCTETS + 1];
        assertUnreadable(read(zip(much, "a.xml")), "octets");
        assertUnreadable(read(much), "octets");
    }

    @Test
    void endsWithWhateverComes() throws IOException {
        Random random = new Random(9990);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        AggregateReportWriter.write(Reports.report(), plain);
        byte[][] seeds = {plain.toByteArray(), AggregateReportWriter.packed(Reports.report()),
                zip(plain.toByteArray(), "r.xml")};
        for (int round = 0; round < 3_000; round++) {
            byte[] octets = seeds[round % seeds.length].clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                octets[random.nextInt(octets.length)] = (byte) (random.nextBoolean()
                        ? "<>&;/'\"![]x9"
                                .charAt(random.nextInt(12))
                        : random.nextInt(256));
            }
            assertThat(
                    read(Arrays.copyOf(octets, random.nextInt(3) == 0 ? random.nextInt(octets.length) : octets.length)))
                    .isNotNull();
        }
    }
}
