package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Mail goes out inside TLS where it can, and nowhere else where it must. */
@Outside.Shared
class DemandsTlsOfTheNextHopIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static RecordingServer remote;
    private static Gateway gateway;
    private static Console console;
    private static Path right;
    private static Path wrong;
    private static Path expired;

    @BeforeAll
    static void start(Outside outside) {
        right = Outside.Lender.PARTNER;
        wrong = Outside.Lender.WRONG;
        expired = Outside.Lender.EXPIRED;
        String address = outside.nobodysAddress();
        for (String name : new String[]{"partner", "secret", "stripped", "usual", "garbled", "uncertain"}) {
            outside.dns().mx(name + ".example", 10, "mx." + name + ".example").a("mx." + name + ".example", address);
        }
        remote = outside.listening(address);
        gateway = outside.gateway();
        console = outside.console();
    }

    @AfterEach
    void calmDown() {
        remote.saysYesAgain();
    }

    private static String hand(String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(gateway.smtp(), "a@client.example", to, SampleMail.about(subject));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    private static ReceivedMessage arrived(String subject) {
        return remote.awaitText("Subject: " + subject, LIMIT);
    }

    @Test
    void takesUpTlsWhereItIsOfferedWhateverTheCertificate() throws IOException {
        remote.speaksTls(expired);
        String id = hand("b@usual.example", "opportunistic");
        assertThat(arrived("opportunistic").inTls()).isTrue();
        assertThat(console.awaitStory(id, "Delivered")).contains("TLSv1.3", "not verified (policy may)");
    }

    @Test
    void goesInTheClearWhereAHandshakeFailsAndSaysSo() throws IOException {
        remote.garblesTls();
        String id = hand("b@garbled.example", "garbled");
        assertThat(arrived("garbled").inTls()).isFalse();
        assertThat(console.awaitStory(id, "Delivered")).contains("in the clear, because TLS did not come about");
    }

    @Test
    void goesToAPartnerWhoseCertificateHasTheRightName() throws IOException {
        remote.speaksTls(right);
        String id = hand("b@partner.example", "right");
        assertThat(arrived("right").inTls()).isTrue();
        assertThat(console.awaitStory(id, "Delivered")).contains("verified (policy verify)");
    }

    @Test
    void waitsWhileAPartnersCertificateHasAnotherName() throws IOException {
        remote.speaksTls(wrong);
        String id = hand("b@partner.example", "another name");
        assertThat(console.awaitStory(id, "4.7.5")).contains("the certificate is for [mx.elsewhere.example]");
        remote.speaksTls(right);
        assertThat(arrived("another name").inTls()).isTrue();
    }

    @Test
    void waitsWhileAPartnersCertificateIsOver() throws IOException {
        remote.speaksTls(expired);
        String id = hand("b@partner.example", "expired");
        console.awaitStory(id, "4.7.5");
        remote.speaksTls(right);
        assertThat(arrived("expired").inTls()).isTrue();
    }

    @Test
    void waitsWhileSomebodyInBetweenTakesTheOfferAway() throws IOException {
        String id = hand("b@stripped.example", "stripped");
        console.awaitStory(id, "454 4.7.4 TLS is demanded here");
        remote.speaksTls(wrong);
        assertThat(arrived("stripped").inTls()).isTrue();
        assertThat(remote.received()).noneMatch(m -> m.text().contains("Subject: stripped") && !m.inTls());
    }

    @Test
    void waitsWhileAHandshakeFailsThatIsDemanded() throws IOException {
        remote.garblesTls();
        String id = hand("b@secret.example", "broken");
        console.awaitStory(id, "454 4.7.0 TLS did not come about");
        remote.saysYesAgain();
        remote.speaksTls(expired);
        assertThat(arrived("broken").inTls()).isTrue();
    }

    @Test
    void saysThatALostFinalReplyLeavesItUncertain() throws IOException {
        remote.says("CONTENT RCPT TO:<lost@uncertain.example>", "421 4.3.2 bye");
        String closing = hand("lost@uncertain.example", "closing is an answer");
        console.awaitStory(closing, "421 4.3.2 bye");
        arrived("closing is an answer");
        remote.says("CONTENT RCPT TO:<lost@uncertain.example>", RecordingServer.NOTHING);
        String id = hand("lost@uncertain.example", "uncertain");
        console.awaitStory(id, "uncertain: the server may have the message");
        arrived("uncertain");
    }
}
