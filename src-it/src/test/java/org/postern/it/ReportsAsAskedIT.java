package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Senders are told what they asked to be told (RFC 3461), in a form that others can read (RFC 3464, RFC 6533). */
@World.Shared
class ReportsAsAskedIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final RecordingServer REPORTING = RecordingServer.start();
    private static final RecordingServer SILENT = RecordingServer.start()
            .alwaysSays("EHLO", "250-silent.example\r\n250 8BITMIME");
    private static final RecordingServer HOME = RecordingServer.start();
    private static Gateway gateway;
    private static Console console;

    @BeforeAll
    static void start(World world) {
        world.route("reporting.example", REPORTING);
        world.route("silent.example", SILENT);
        world.route("home.example", HOME);
        gateway = world.gateway();
        console = world.console();
    }

    @AfterAll
    static void stop() {
        HOME.close();
        SILENT.close();
        REPORTING.close();
    }

    private static String hand(String mail, String rcpt, byte[] content) throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            assertThat(client.say(mail)).startsWith("250");
            assertThat(client.say(rcpt)).startsWith("250");
            client.say("DATA");
            String reply = client.content(content);
            assertThat(reply).startsWith("250");
            return reply.substring(reply.lastIndexOf(' ') + 1);
        }
    }

    private static Predicate<ReceivedMessage> to(String sender) {
        return message -> message.recipients().stream().anyMatch(rcpt -> rcpt.startsWith("RCPT TO:<" + sender));
    }

    private static ReceivedMessage report(String sender) {
        return HOME.await(to(sender), 1, LIMIT).getFirst();
    }

    /** {@return what Python's email package makes of the report} */
    private static List<String> asPythonReadsIt(ReceivedMessage report) {
        Path script = Path.of(System.getProperty("postern.root"),
                "src-it/src/test/resources/org/postern/it/read_report.py");
        return Commands.run(List.of("python3", script.toString()), Map.of(), report.text()).lines().toList();
    }

    @Test
    void tellsThatAServerWithoutReportsHasTheMessage() throws IOException {
        hand("MAIL FROM:<success@home.example> ENVID=QQ+2B314", "RCPT TO:<x@silent.example> NOTIFY=SUCCESS"
                + " ORCPT=rfc822;written+2Bso@silent.example", SampleMail.about("success"));
        assertThat(asPythonReadsIt(report("success@home.example"))).containsExactly("defects []",
                "report multipart/report delivery-status", "part text/plain", "part message/delivery-status",
                "0 Reporting-MTA = dns; gateway.example", "0 Original-Envelope-Id = QQ+314",
                "1 Original-Recipient = rfc822; written+so@silent.example",
                "1 Final-Recipient = rfc822; x@silent.example", "1 Action = relayed", "1 Status = 2.0.0",
                "1 Remote-MTA = dns; [127.0.0.1]", "1 Diagnostic-Code = smtp; 250 2.0.0 taken",
                "part text/rfc822-headers");
        assertThat(SILENT.awaitText("Subject: success", LIMIT).recipients())
                .containsExactly("RCPT TO:<x@silent.example>");
    }

    @Test
    void leavesItToAServerThatReports() throws IOException {
        String id = hand("MAIL FROM:<left@home.example> RET=HDRS ENVID=e1",
                "RCPT TO:<x@reporting.example> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;y@reporting.example",
                SampleMail.about("left to others"));
        ReceivedMessage taken = REPORTING.awaitText("Subject: left to others", LIMIT);
        assertThat(taken.mail()).contains("RET=HDRS", "ENVID=e1");
        assertThat(taken.recipients().getFirst()).contains("NOTIFY=SUCCESS,FAILURE",
                "ORCPT=rfc822;y@reporting.example");
        assertThat(console.awaitStory(id, "Delivered")).doesNotContain("Sender informed");
    }

    @Test
    void tellsThatAnApplicationHasTheMessage() throws IOException {
        hand("MAIL FROM:<application@home.example>", "RCPT TO:<orders@app.example> NOTIFY=SUCCESS",
                SampleMail.about("for an application"));
        assertThat(asPythonReadsIt(report("application@home.example"))).contains("1 Action = delivered",
                "1 Final-Recipient = rfc822; orders@app.example");
    }

    @Test
    void tellsItWhenAPersonHasReleasedTheMessageFirst() throws IOException {
        String mail = "X-Spam-Flag: YES\r\n"
                + new String(SampleMail.about("suspicious"), StandardCharsets.ISO_8859_1);
        String id = hand("MAIL FROM:<patient@home.example>", "RCPT TO:<orders@app.example> NOTIFY=SUCCESS",
                mail.getBytes(StandardCharsets.ISO_8859_1));
        console.awaitStory(id, "QUARANTINED");
        assertThat(HOME.received()).noneMatch(to("patient@home.example"));
        new LocalQueue(gateway).operate("release", "expect", "1", "text", "patient@home.example", "by", "alice");
        assertThat(asPythonReadsIt(report("patient@home.example"))).contains("1 Action = delivered",
                "1 Final-Recipient = rfc822; orders@app.example");
        assertThat(console.awaitStory(id, "Handed over")).contains("Sender informed");
    }

    @Test
    void tellsNothingToThoseWhoWantToKnowNothing() throws IOException {
        SILENT.alwaysSays("RCPT TO:<never@silent.example>", "550 5.1.1 nobody of that name");
        String id = hand("MAIL FROM:<never@home.example>", "RCPT TO:<never@silent.example> NOTIFY=NEVER",
                SampleMail.about("never"));
        assertThat(console.awaitStory(id, "Failed")).contains("bad mailbox").doesNotContain("Sender informed");
    }

    @Test
    void returnsTheWholeMessageOrItsHeader() throws IOException {
        SILENT.alwaysSays("RCPT TO:<gone@silent.example>", "550 5.1.1 nobody of that name");
        byte[] content = SampleMail.about("in full");
        hand("MAIL FROM:<full@home.example> RET=FULL", "RCPT TO:<gone@silent.example>", content);
        ReceivedMessage full = report("full@home.example");
        assertThat(asPythonReadsIt(full)).contains("part message/rfc822", "original in full", "1 Status = 5.1.1");
        assertThat(full.text()).contains(new String(content, StandardCharsets.ISO_8859_1));
        hand("MAIL FROM:<header@home.example> RET=HDRS", "RCPT TO:<gone@silent.example>", SampleMail.about("in short"));
        ReceivedMessage header = report("header@home.example");
        assertThat(asPythonReadsIt(header)).contains("part text/rfc822-headers").doesNotContain("part message/rfc822");
        assertThat(header.text()).contains("Subject: in short").doesNotContain("One line of text.");
    }

    @Test
    void reportsInUtf8ToThoseWhoWriteInIt() throws IOException {
        String gone = new String("RCPT TO:<jörg@reporting.example>".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
        REPORTING.alwaysSays(gone, "550 5.1.1 nobody of that name");
        hand("MAIL FROM:<utf8@home.example> SMTPUTF8", gone, SampleMail.about("international"));
        ReceivedMessage report = report("utf8@home.example");
        assertThat(report.mail()).contains("SMTPUTF8").contains("BODY=8BITMIME");
        assertThat(new String(report.content(), StandardCharsets.UTF_8))
                .contains("Content-Type: message/global-delivery-status",
                        "Final-Recipient: utf-8; jörg@reporting.example",
                        "Content-Type: message/global-headers");
        assertThat(asPythonReadsIt(report)).contains("report multipart/report global-delivery-status",
                "part message/global-delivery-status", "part message/global-headers");
    }
}
