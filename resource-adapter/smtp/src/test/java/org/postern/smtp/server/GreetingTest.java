package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What is known of a client that has not waited for the greeting, step by step. */
class GreetingTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 25);
    private static final SessionFacts BEGUN = SessionFacts.begun("s", "mx", ProtocolRole.MX, "mail.example", ADDRESS,
            ADDRESS);

    @Test
    void whoWasEarlyStaysSo() {
        SessionFacts early = BEGUN.impatient();
        assertThat(BEGUN.early()).isFalse();
        assertThat(early.early()).isTrue();
        assertThat(early.greeted("client.example", true).early()).isTrue();
    }

    @Test
    void whomAProxySpeaksForWasNot() {
        assertThat(BEGUN.impatient().proxied(ADDRESS, ADDRESS, Optional.empty()).early()).isFalse();
    }
}
