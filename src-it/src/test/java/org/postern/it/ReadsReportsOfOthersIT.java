package org.postern.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Mail that a route leads to the reports is read and kept; what is no report is told, and comes back to nobody. */
@World.Shared
class ReadsReportsOfOthersIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String READER = "dmarc@read.reported.example";
    private static final String REPORT = """
            <?xml version="1.0"?><feedback><report_metadata><org_name>%s</org_name><email>a@big.example</email>
            <report_id>%s</report_id><date_range><begin>1772323200</begin><end>1772409599</end></date_range>
            </report_metadata><policy_published><domain>ours.reported.example</domain><p>none</p></policy_published>
            <record><row><source_ip>192.0.2.66</source_ip><count>9</count><policy_evaluated>
            <disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>
            <identifiers><header_from>ours.reported.example</header_from></identifiers><auth_results/></record>
            <record><row><source_ip>192.0.2.1</source_ip><count>3</count><policy_evaluated>
            <disposition>none</disposition><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row>
            <identifiers><header_from>ours.reported.example</header_from></identifiers><auth_results/></record>
            </feedback>""";

    @BeforeAll
    static void leadAnAddressToTheReports(World world) {
        world.readsReports(READER);
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(octets);
        }
        return packed.toByteArray();
    }

    /** {@return the queue id} From a client whose mail is not examined: strangers' bombs are suspicious before anybody opens them. */
    private static String hand(World world, byte[] attachment) throws IOException {
        String message = "From: <noreply@big.example>\r\nSubject: Report Domain: ours.reported.example\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: application/gzip; name=\"r.xml.gz\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(attachment)
                + "\r\n";
        try (SmtpDialogue trusted = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            trusted.hear();
            trusted.say("EHLO inside.example");
            String reply = trusted.mail("noreply@big.example", READER, message.getBytes(ISO_8859_1));
            assertThat(reply).startsWith("250");
            return reply.substring(reply.lastIndexOf(' ') + 1).strip();
        }
    }

    private static List<String> received(World world, String queueId) {
        return Await.value("the report in " + queueId + " is kept", LIMIT,
                () -> LocalQueue.ofReports(world.gateway())
                        .ask("received")
                        .stream()
                        .filter(line -> line.contains(queueId))
                        .findFirst());
    }

    @Test
    void aReportIsKeptAndItsStorySaysWhatItWas(World world) throws IOException {
        String id = hand(world, gzip(REPORT.formatted("Big Mail", "1").getBytes(UTF_8)));
        List<String> line = received(world, id);
        assertThat(line).contains("dmarc", "ours.reported.example", "Big Mail", "3", "9");
        assertThat(LocalQueue.ofReports(world.gateway()).ask("show", "key", line.getFirst())).containsExactly(
                List.of("192.0.2.66", "ours.reported.example", "9", "failed", "none"),
                List.of("192.0.2.1", "ours.reported.example", "3", "passed", "none"));
        assertThat(world.console().awaitStory(id, "Delivered"))
                .contains("report (dmarc) of Big Mail on ours.reported.example: 3 passed, 9 failed");
        String again = hand(world, gzip(REPORT.formatted("Big Mail", "1").getBytes(UTF_8)));
        assertThat(world.console().awaitStory(again, "Delivered")).contains("known already");
        assertThat(LocalQueue.ofReports(world.gateway()).ask("sources", "domain", "ours.reported.example"))
                .contains(List.of("192.0.2.66", "0", "9"));
        assertThat(world.console().read("reports?domain=ours.reported.example"))
                .contains("Who sends in our name: ours.reported.example", "192.0.2.66 0 9", "Big Mail");
        assertThat(world.console().read("report?key=" + line.getFirst())).contains("Report of Big Mail",
                "192.0.2.66 ours.reported.example 9 failed none");
    }

    @Test
    void bombsAreNotReadButToldAndComeBackToNobody(World world) throws IOException {
        String entities = "<?xml version=\"1.0\"?><!DOCTYPE feedback [<!ENTITY a \"aaaaaaaaaa\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><feedback>&c;</feedback>";
        for (byte[] bomb : List.of(gzip(entities.getBytes(UTF_8)), gzip(new byte[100 * 1024 * 1024]),
                gzip("hello".getBytes(UTF_8)))) {
            String id = hand(world, bomb);
            assertThat(received(world, id)).contains("unread");
            assertThat(world.console().awaitStory(id, "Delivered")).contains("not read: ").doesNotContain("Bounced");
        }
        String other = REPORT.replace("ours.reported.example", "after.reported.example").formatted("Next Mail", "2");
        String id = hand(world, gzip(other.getBytes(UTF_8)));
        assertThat(received(world, id)).contains("Next Mail");
    }
}
