package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Parameters;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

class XclientCommandTest {
    private static final SessionFacts PROXY = SessionFacts.begun("s1", "mx", ProtocolRole.MX, "mail.test.example",
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 4711),
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 25)).greeted("proxy.example", true);

    private static Optional<SessionFacts> anew(Map<String, String> attributes) {
        return new XclientCommand(PROXY, Parameters.of(attributes)).anew();
    }

    @Test
    void makesTheSessionThatOfAnotherClient() {
        SessionFacts anew = anew(Map.of("ADDR", "IPV6:2001:db8::1", "PORT", "99", "HELO", "client.example", "LOGIN",
                "al+2Bice", "DESTADDR", "192.0.2.25", "DESTPORT", "587")).orElseThrow();
        assertThat(anew.client()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 99));
        assertThat(anew.local()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.25"), 587));
        assertThat(anew.helo()).as("the client greets anew").isEmpty();
        assertThat(anew.extended()).isFalse();
        assertThat(anew.identity()).contains(new Identity("al+ice", "XCLIENT"));
        assertThat(anew.reference()).isEqualTo("s1");
    }

    @Test
    void leavesWhatTheProxyDoesNotKnow() {
        SessionFacts anew = anew(Map.of("ADDR", "[UNAVAILABLE]", "LOGIN", "[TEMPUNAVAIL]", "NAME", "[unavailable]"))
                .orElseThrow();
        assertThat(anew.client()).isEqualTo(PROXY.client());
        assertThat(anew.identity()).isEmpty();
        assertThat(anew.helo()).isEmpty();
    }

    @Test
    void looksUpNoName() {
        assertThat(anew(Map.of("ADDR", "localhost"))).isEmpty();
        assertThat(anew(Map.of("ADDR", "127.1"))).isEmpty();
    }
}
