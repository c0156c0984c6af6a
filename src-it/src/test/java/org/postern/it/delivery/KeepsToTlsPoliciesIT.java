package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.RecordingServer;

import java.io.IOException;
import java.util.Optional;

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
        LocalQueue domains = new LocalQueue(outside.gateway(), "domain");
        assertThat(domains.ask("probe", "address", "b@verified.example")).last()
                .asString()
                .contains("unknown", "no route leads there");
        LocalQueue.ofRoutes(outside.gateway()).ask("add", "recipient", "verified.example", "to", "mx");
        assertThat(Await.value("the route counts", Outside.LIMIT,
                () -> Optional.of(domains.ask("probe", "address", "b@verified.example").toString())
                        .filter(said -> !said.contains("unknown"))))
                .contains("tls demanded, verify", "CN=mx.elsewhere.example", "<, 220 ", ">, STARTTLS",
                        "not as demanded, the certificate is for [mx.elsewhere.example]", "verdict, waiting, 454 4.7.5")
                .doesNotContain("MAIL FROM");
        server.speaksTls(Outside.Lender.RIGHT);
        assertThat(domains.ask("probe", "address", "b@verified.example").toString())
                .contains("tls, TLSv1.3", ">, RCPT TO:<b@verified.example>", ">, RSET", "verdict, taken, 250")
                .doesNotContain("DATA");
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
