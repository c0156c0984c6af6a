package org.postern.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.receiver.Identity;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.security.auth.x500.X500Principal;

class CertificateExchangeTest {
    private static final SaslStep NOT_PROVED = new SaslStep.Refused(AuthenticationReplies.NOT_PROVED);

    private static SaslExchange exchange(String name) {
        return new CertificateExchange(Realm.sasl().domain(), SelfSignedX509CertificateAndSigningKey.builder()
                .setDn(new X500Principal("CN=" + name))
                .setKeyAlgorithmName("EC")
                .setSignatureAlgorithmName("SHA256withECDSA")
                .setKeySize(256)
                .build()
                .getSelfSignedCertificate());
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SaslStep alice() {
        return new SaslStep.Authenticated(
                new Identity(Realm.USER, "EXTERNAL", List.of("alice@example.org", "lists.example.org")));
    }

    @Test
    void theUserOfTheCertificateIsAdmitted() {
        assertThat(exchange(Realm.USER).respond(octets(Realm.USER))).isEqualTo(alice());
    }

    @Test
    void theClientNeedNotSayWhoItIs() {
        SaslExchange exchange = exchange(Realm.USER);
        assertThat(exchange.begin()).isInstanceOf(SaslStep.Challenge.class);
        assertThat(exchange.respond(new byte[0])).isEqualTo(alice());
    }

    @Test
    void anEmptyInitialResponseIsAResponse() {
        assertThat(exchange(Realm.USER).respond(new byte[0])).isEqualTo(alice());
    }

    @Test
    void nobodyActsForSomebodyElse() {
        assertThat(exchange(Realm.USER).respond(octets("bob"))).isEqualTo(NOT_PROVED);
    }

    @Test
    void aCertificateOfNobodyProvesNothing() {
        assertThat(exchange("nobody").respond(octets("nobody"))).isEqualTo(NOT_PROVED);
    }

    @Test
    void aCertificateWithoutANameProvesNothing() {
        SaslExchange exchange = new CertificateExchange(Realm.sasl().domain(),
                SelfSignedX509CertificateAndSigningKey.builder()
                        .setDn(new X500Principal("O=somebody"))
                        .setKeyAlgorithmName("EC")
                        .setSignatureAlgorithmName("SHA256withECDSA")
                        .setKeySize(256)
                        .build()
                        .getSelfSignedCertificate());
        assertThat(exchange.respond(new byte[0])).isEqualTo(NOT_PROVED);
    }

    @Test
    void anOddWishProvesNothing() {
        for (String wish : List.of("\0", "\uE000", " ", "alice@example.org\0bob")) {
            assertThat(exchange(Realm.USER).respond(octets(wish))).isEqualTo(NOT_PROVED);
        }
    }
}
