package org.postern.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

class AggregateReportWriterTest {
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws SAXException {
        schema = SchemaFactory.newDefaultInstance()
                .newSchema(AggregateReportWriterTest.class.getResource("dmarc-aggregate-rfc9990.xsd"));
    }

    private static byte[] written(AggregateReport report) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        AggregateReportWriter.write(report, octets);
        return octets.toByteArray();
    }

    private static void assertValid(byte[] xml) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    @Test
    void writesWhatTheSchemaWants() throws SAXException, IOException {
        assertValid(written(Reports.report()));
        assertValid(written(Reports.smallest()));
    }

    @Test
    void writesWhatCanBeReadAgain() throws IOException {
        for (AggregateReport report : List.of(Reports.report(), Reports.smallest())) {
            assertThat(AggregateReportReader.read(new ByteArrayInputStream(written(report))))
                    .isEqualTo(new ReportReading.Read<>(report));
            assertThat(AggregateReportReader.read(new ByteArrayInputStream(AggregateReportWriter.packed(report))))
                    .isEqualTo(new ReportReading.Read<>(report));
        }
    }

    @Test
    void writesTheSameOctetsAgain() {
        assertThat(AggregateReportWriter.packed(Reports.report()))
                .isEqualTo(AggregateReportWriter.packed(Reports.report()));
    }

    @Test
    void writesWhateverStrangersWrote() throws SAXException, IOException {
        byte[] xml = written(new AggregateReport(Reports.ORIGIN, Reports.PUBLISHED,
                List.of(Reports.row("192.0.2.1", "\0\u0001]]>\ud83d</reason>\uffff\r\n\ud83d\ude00&#0;"))));
        assertValid(xml);
        assertThat(AggregateReportReader.read(new ByteArrayInputStream(xml))).isInstanceOf(ReportReading.Read.class);
    }

    @Test
    void writesNoReportAboutNothing() {
        AggregateReport nothing = new AggregateReport(Reports.ORIGIN, Reports.PUBLISHED, List.of());
        assertThatThrownBy(() -> AggregateReportWriter.packed(nothing)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesReportsAsTheRfcSays() {
        ReportMail mail = new ReportMail("mail.receiver.example", "example.com", 1_013_662_812, 1_013_749_130, "x1");
        assertThat(mail.fileName(AggregateReportWriter.EXTENSION))
                .isEqualTo("mail.receiver.example!example.com!1013662812!1013749130!x1.xml.gz");
        assertThat(mail.subject()).isEqualTo(
                "Report Domain: example.com Submitter: mail.receiver.example Report-ID: <x1@mail.receiver.example>");
        assertThatThrownBy(() -> new ReportMail("a\r\nb", "c", 0, 0, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportMail("a", "../c", 0, 0, "x/y")).isInstanceOf(IllegalArgumentException.class);
    }
}
