package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.RecordingServer;

import java.io.IOException;

/** Where TLS is demanded, mail waits rather than go without. */
@Outside.Shared
class KeepsToTlsPoliciesIT {
    @Test
    @Scenario(when = "the policy is verify, and the certificate is for another name", then = "waits, nothing is sent; delivered when the certificate is right", trace = "454 4.7.5, and for whom the certificate is")
    void aWrongCertificateGetsNoMail(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("verified.example").speaksTls(Outside.Lender.WRONG);
        Sent sent = outside.hand("wrong certificate", "b@verified.example");
        assertThat(sent.trace("4.7.5")).contains("the certificate is for [mx.elsewhere.example]");
        assertThat(server.heard("MAIL")).isZero();
        server.speaksTls(Outside.Lender.RIGHT);
        assertThat(sent.delivered()).contains("verified (policy verify)");
        assertThat(server.received()).hasSize(1).allMatch(message -> message.inTls());
    }

    @Test
    @Scenario(when = "the policy is encrypt, and STARTTLS is not offered: somebody in between has stripped it", then = "waits, nothing is sent; delivered when it is offered", trace = "454 4.7.4")
    void aStrippedOfferGetsNoMail(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("encrypted.example");
        Sent sent = outside.hand("stripped offer", "b@encrypted.example");
        sent.trace("454 4.7.4 TLS is demanded here");
        assertThat(server.heard("MAIL")).isZero();
        server.speaksTls(Outside.Lender.WRONG);
        sent.delivered();
        assertThat(server.received()).hasSize(1).allMatch(message -> message.inTls());
    }
}
