package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Parameters;
import org.postern.receiver.Identity;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.receiver.TlsFacts;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;

class XclientCommandTest {
    private static final SessionFacts PROXY = SessionFacts.begun("s1", "mx", ProtocolRole.MX, "mail.test.example",
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 4711),
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 25)).greeted("proxy.example", true);

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBiDCCAS2gAwIBAgIUCI3oVvQANi+azEFXiTd/jLgOie0wCgYIKoZIzj0EAwIw
            GDEWMBQGA1UEAwwNcHJveHkuZXhhbXBsZTAgFw0yNjExMjIwMjE0MzNaGA8yMTI2
            MTAyOTAyMTQzM1owGDEWMBQGA1UEAwwNcHJveHkuZXhhbXBsZTBZMBMGByqGSM49
            AgEGCCqGSM49AwEHA0IABE+AF2NkMvxdTmScqKeOBdNyVscgkkOyai/qMVyAEwpc
            jUYVxjEAQ5gqIsMTiHRsgKs/sgz2sjOiLQeAi727BYmjUzBRMB0GA1UdDgQWBBQo
            NCZ2gw7ZGT1YBVC3AeEiZBpm4DAfBgNVHSMEGDAWgBQoNCZ2gw7ZGT1YBVC3AeEi
            ZBpm4DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQChhO8SFij6
            kWnZtu4/X4+U+ApC8OdWVR+nKM9yr4dVowIhAK30I7pOwqKA4KiQXSyd9sFgQfOw
            QdgtYvguhz+0l7GS
            -----END CERTIFICATE-----
            """;

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
    void aClientTheProxyDoesNotKnowIsNobody() {
        SessionFacts anew = anew(Map.of("ADDR", "[UNAVAILABLE]", "LOGIN", "[TEMPUNAVAIL]", "NAME", "[unavailable]"))
                .orElseThrow();
        assertThat(anew.client().getAddress()).isEqualTo(InetAddress.ofLiteral("0.0.0.0"));
        assertThat(anew.local()).isEqualTo(PROXY.local());
        assertThat(anew.identity()).isEmpty();
        assertThat(anew.helo()).isEmpty();
    }

    @Test
    void theProxysCertificateProvesNothingOfItsClient() throws CertificateException {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(CERTIFICATE.getBytes(StandardCharsets.US_ASCII)));
        TlsFacts tls = new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", Optional.empty(), Optional.of(certificate));
        SessionFacts anew = new XclientCommand(PROXY.secured(tls), Parameters.of(Map.of("ADDR", "192.0.2.1"))).anew()
                .orElseThrow();
        assertThat(anew.tls().orElseThrow().clientCertificate()).isEmpty();
        assertThat(anew.tls().orElseThrow().cipherSuite()).isEqualTo(tls.cipherSuite());
    }

    @Test
    void looksUpNoName() {
        assertThat(anew(Map.of("ADDR", "localhost"))).isEmpty();
        assertThat(anew(Map.of("ADDR", "127.1"))).isEmpty();
    }
}
