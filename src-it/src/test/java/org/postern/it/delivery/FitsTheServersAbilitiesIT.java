package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A server is given what it can take, and the sender is told what it cannot. */
@Outside.Shared
class FitsTheServersAbilitiesIT {
    private static List<String> recipients(int count, String domain) {
        return IntStream.range(0, count).mapToObj(n -> "b" + n + "@" + domain).toList();
    }

    @Test
    @Scenario(when = "200 recipients at one domain (RFC 5321, 4.5.3.1.8)", then = "two transactions of 100 each", trace = "all 200")
    void twoHundredRecipientsAreTwoTransactions(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("many.example");
        outside.hand("many", "", SampleMail.about("many"), recipients(200, "many.example")).delivered();
        assertThat(server.received()).extracting(m -> m.recipients().size()).containsExactly(100, 100);
        assertThat(server.received().stream().flatMap(m -> m.recipients().stream()).distinct()).hasSize(200);
    }

    @Test
    @Scenario(when = "200 recipients, and the server offers LIMITS RCPTMAX=60 (RFC 9422)", then = "four transactions of at most 60", trace = "all 200")
    void theServersLimitIsKept(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("limited.example")
                .alwaysSays("EHLO", "250-next.example\r\n250-PIPELINING\r\n250 LIMITS RCPTMAX=60 MAILMAX=10");
        outside.hand("limited", "", SampleMail.about("limited"), recipients(200, "limited.example")).delivered();
        assertThat(server.received()).extracting(m -> m.recipients().size()).containsExactly(60, 60, 60, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {" BODY=8BITMIME", " BODY=7BIT", ""})
    @Scenario(when = "8-bit content, whatever was declared of it, for a server without 8BITMIME", then = "fails, nothing is sent", sender = "failed, 5.6.3", trace = "554 5.6.3")
    void eightBitContentIsNotForcedOnASevenBitServer(String declared, Outside outside) throws IOException {
        String domain = "seven-bit-" + declared.length() + ".example";
        RecordingServer server = outside.exchanger(domain).alwaysSays("EHLO", "250 next.example");
        Sent sent = outside.hand("eight bit " + declared.length(), declared,
                SampleMail.withAttachment("eight bit", 1000),
                List.of("b@" + domain));
        assertThat(sent.report().text()).contains("Action: failed", "Status: 5.6.3");
        assertThat(sent.trace("Failed")).contains("554 5.6.3");
        assertThat(server.heard("MAIL")).isZero();
    }

    @Test
    @Scenario(when = "SMTPUTF8 declared of a message that is ASCII throughout, for a server without it", then = "delivered, without SMTPUTF8", trace = "the usual")
    void whoDeclaresSmtpUtf8WithoutNeedReachesEverybody(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("ascii.example")
                .alwaysSays("EHLO", "250-next.example\r\n250 8BITMIME");
        outside.hand("ascii", " SMTPUTF8", SampleMail.about("ascii"), List.of("b@ascii.example")).delivered();
        assertThat(server.received().getFirst().mail()).isEqualTo("MAIL FROM:<ascii@home.example>");
    }

    @Test
    @Scenario(when = "content declared 8-bit that is not, for a server without 8BITMIME, PIPELINING, SIZE, DSN", then = "delivered, without parameters", trace = "the usual")
    void aSimpleServerGetsSimpleCommands(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("simple.example").alwaysSays("EHLO", "502 5.5.2 what?");
        outside.hand("simple", " BODY=8BITMIME RET=HDRS ENVID=x", SampleMail.about("simple"),
                List.of("b@simple.example"))
                .delivered();
        assertThat(server.received().getFirst().mail()).isEqualTo("MAIL FROM:<simple@home.example>");
        assertThat(server.heard("HELO")).isEqualTo(1);
    }

    @Test
    @Scenario(when = "an address beyond ASCII for a server without SMTPUTF8 (RFC 6531, 3.4)", then = "fails, nothing is sent", sender = "failed, 5.6.7", trace = "553 5.6.7")
    void anInternationalAddressIsNotForcedOnAnOldServer(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("ascii.example")
                .alwaysSays("EHLO", "250-next.example\r\n250-8BITMIME\r\n250 PIPELINING");
        Sent sent = outside.hand("utf8", " SMTPUTF8", SampleMail.about("utf8"), List.of("jürgen@ascii.example"));
        assertThat(sent.report().text()).contains("Action: failed", "Status: 5.6.7");
        assertThat(sent.trace("Failed")).contains("553 5.6.7");
        assertThat(server.heard("MAIL")).isZero();
    }

    @Test
    @Scenario(when = "the message is larger than the server's SIZE (RFC 1870)", then = "fails, nothing is sent", sender = "failed, 5.3.4", trace = "552 5.3.4, and both sizes")
    void whatIsTooLargeIsNotSent(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("small.example")
                .alwaysSays("EHLO", "250-next.example\r\n250-PIPELINING\r\n250 SIZE 1000");
        Sent sent = outside.hand("too large", "", SampleMail.about("too large", 5000), List.of("b@small.example"));
        assertThat(sent.report().text()).contains("Action: failed", "Status: 5.3.4");
        assertThat(sent.trace("Failed")).contains("552 5.3.4", "takes 1000");
        assertThat(server.heard("MAIL")).isZero();
    }
}
