package org.postern.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.mail.Content;
import org.postern.smtp.EnhancedStatus;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

class ReportReaderTest {
    private static final String REPORT = """
            From: MAILER-DAEMON@mx.example.net
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I am sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net

            Final-Recipient: rfc822; x@example.net
            Original-Recipient: rfc822;written@example.net
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1
             User unknown

            Final-Recipient: rfc822; y@example.net
            Action: delayed
            Status: 4.4.1
            --b
            Content-Type: text/rfc822-headers

            Subject: hello
            --b--
            """;

    private static List<ReportedFailure> read(String text) throws IOException {
        return new ReportReader()
                .failures(Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsWhoFailedAndWhy() throws IOException {
        List<ReportedFailure> failures = read(REPORT);
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().addresses()).containsExactly("written@example.net", "x@example.net");
        assertThat(failures.getFirst().status().orElseThrow()).hasToString("5.1.1");
        assertThat(failures.getFirst().words()).startsWith("550 5.1.1").endsWith("User unknown");
    }

    /** A report as Postfix 3.7 wrote it. */
    @Test
    void readsWhatPostfixWrites() throws IOException {
        try (InputStream example = ReportReaderTest.class.getResourceAsStream("postfix-bounce.eml")) {
            List<ReportedFailure> failures = read(new String(example.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(failures)
                    .containsExactly(new ReportedFailure(List.of("written@away.example", "gone@away.example"),
                            Optional.of(new EnhancedStatus(5, 1, 1)), "550 5.1.1 nobody of that name"));
        }
    }

    private static void saysAsUsual(String text) throws IOException {
        List<ReportedFailure> failures = read(text);
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().addresses()).containsExactly("written@example.net", "x@example.net");
        assertThat(failures.getFirst().status().orElseThrow()).hasToString("5.1.1");
    }

    @Test
    void readsThroughBlankLines() throws IOException {
        saysAsUsual(REPORT.replace("mx.example.net\n\nFinal", "mx.example.net\n\n \n\nFinal"));
    }

    @Test
    void readsThroughCommentsAndAngles() throws IOException {
        saysAsUsual(REPORT.replace("Action: failed", "Action: (at last) failed (for good)")
                .replace("Status: 5.1.1", "Status: (permanent) 5.1.1 (unknown)")
                .replace("rfc822; x@example.net", "rfc822; <x@example.net> (a (nested) comment)")
                .replace("rfc822;written@example.net", "rfc822;written@example.net (as written)"));
    }

    @Test
    void findsAReportInItsWrappers() throws IOException {
        String mixed = "Content-Type: multipart/mixed; boundary=\"w\"\n\n--w\n%s\n--w\nContent-Type: text/plain\n\nfooter\n--w--\n";
        String bare = REPORT.substring(REPORT.indexOf("Content-Type"));
        saysAsUsual(mixed.formatted(bare));
        saysAsUsual(mixed.formatted("Content-Type: message/rfc822\n\n" + REPORT));
    }

    @Test
    void doesNotOpenMoreWrappersThanReportsHave() throws IOException {
        String deep = "Content-Type: message/rfc822\n\n".repeat(10) + REPORT;
        assertThat(read("Content-Type: multipart/mixed; boundary=\"w\"\n\n--w\n" + deep + "\n--w--\n")).isEmpty();
    }

    @Test
    void readsWhatIsEncoded() throws IOException {
        int from = REPORT.indexOf("Reporting-MTA");
        int to = REPORT.indexOf("--b\nContent-Type: text/rfc822");
        String encoded = Base64.getMimeEncoder()
                .encodeToString(REPORT.substring(from, to).getBytes(StandardCharsets.UTF_8));
        saysAsUsual(REPORT.substring(0, from)
                .replace("message/delivery-status\n",
                        "message/global-delivery-status\nContent-Transfer-Encoding: base64\n")
                + encoded.replace("\r", "") + "\n"
                + REPORT.substring(to));
    }

    @Test
    void doesNotTakeAReturnedReportForThisOne() throws IOException {
        String returned = REPORT.replace("Content-Type: message/delivery-status", "Content-Type: text/plain");
        assertThat(read(returned.replace("Content-Type: text/rfc822-headers\n\n",
                "Content-Type: message/rfc822\n\n" + REPORT.replace("\"b\"", "\"c\"").replace("--b", "--c"))))
                .isEmpty();
    }

    @Test
    void doesNotTakeTheWordsOfTheOriginalForTheReason() throws IOException {
        String report = "Subject: failure notice\n\nI could not deliver it.\n\n%s\nThe user is unknown, 550 they said.\n";
        for (String begins : List.of("--- Below this line is a copy of the message.", "Received: from a by b",
                "------ This is the original ------", "> he wrote")) {
            assertThat(read(report.formatted(begins))).as(begins).isEmpty();
        }
        assertThat(read(report.formatted("Here is why:"))).hasSize(1);
        assertThat(read(report.formatted(">>> RCPT To:<x@example.net>"))).hasSize(1);
    }

    @Test
    void takesADelayForNoFailure() throws IOException {
        assertThat(read(REPORT.replace("Action: failed", "Action: delayed"))).isEmpty();
    }

    @Test
    void understandsWordsWhereThereIsNothingElse() throws IOException {
        List<ReportedFailure> failures = read("""
                Subject: failure notice

                Sorry, I could not deliver to <x@example.net>:
                550 no such user here
                """);
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().words()).contains("no such user here");
    }

    @Test
    void doesNotTakeAnAbsenceForAFailure() throws IOException {
        assertThat(read("Subject: Out of office\n\nI am away until 5 May. My user account is unknown to me.\n"))
                .isEmpty();
    }

    @Test
    void isNotTroubledByWhatIsNoMail() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("Content-Type: multipart/report\n\n--\n--\n")).isEmpty();
        assertThat(read("Content-Type: multipart/report; boundary=b\n\n" + "--b\n\n".repeat(40_000))).isEmpty();
        assertThat(read("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
                + "Action: failed\n\n".repeat(20_000))).hasSizeLessThanOrEqualTo(1000);
    }
}
