package org.postern.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.delivery.tls.DaneDemand;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.dns.TlsaRecord;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;

import javax.security.auth.x500.X500Principal;

class DaneProofTest {
    private static final KeyPair AUTHORITY_KEYS = keys();
    private static final KeyPair SERVER_KEYS = keys();
    private static final X509Certificate AUTHORITY = certificate("CN=Authority", AUTHORITY_KEYS, "CN=Authority",
            AUTHORITY_KEYS, 1, "authority.example");
    private static final X509Certificate SERVER = issued(1, "mx.example");

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate issued(int validDays, String name) {
        return certificate("CN=Server", SERVER_KEYS, "CN=Authority", AUTHORITY_KEYS, validDays, name);
    }

    private static X509Certificate certificate(String subject, KeyPair own, String issuer, KeyPair issuers,
            int validDays, String name) {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        try {
            return new X509CertificateBuilder().setSubjectDn(new X500Principal(subject))
                    .setIssuerDn(new X500Principal(issuer))
                    .setSerialNumber(BigInteger.TEN)
                    .setPublicKey(own.getPublic())
                    .setSigningKey(issuers.getPrivate())
                    .setSignatureAlgorithmName("SHA256withECDSA")
                    .setNotValidBefore(now.minusDays(30))
                    .setNotValidAfter(now.plusDays(validDays))
                    .addExtension(new BasicConstraintsExtension(false, subject.equals(issuer), -1))
                    .addExtension(new SubjectAlternativeNamesExtension(false,
                            List.of(new GeneralName.DNSName(name))))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String algorithm, byte[] octets) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(octets));
    }

    private static TlsaRecord keyOf(X509Certificate certificate, int usage) throws GeneralSecurityException {
        return new TlsaRecord(usage, 1, 1, digest("SHA-256", certificate.getPublicKey().getEncoded()));
    }

    private static DaneProof proof(List<X509Certificate> chain, TlsaRecord... records) {
        PublishedPolicy policy = new PublishedPolicy(PublishedPolicy.Kind.TLSA, "example", List.of(), List.of());
        return new DaneProof(new DaneDemand(policy, "mx.example", List.of("mx.example", "example"), List.of(records)),
                CertificateProof.of(chain));
    }

    @Test
    void aRecordOfTheServersOwnKeyIsEnough() throws Exception {
        proof(List.of(SERVER), keyOf(SERVER, TlsaRecord.DANE_EE)).require();
        proof(List.of(SERVER), new TlsaRecord(3, 0, 0, HexFormat.of().formatHex(SERVER.getEncoded()))).require();
        proof(List.of(SERVER), new TlsaRecord(3, 0, 2, digest("SHA-512", SERVER.getEncoded()))).require();
    }

    @Test
    void namesAndTimesDoNotCountThen() throws Exception {
        X509Certificate old = issued(-2, "elsewhere.example");
        proof(List.of(old), keyOf(old, TlsaRecord.DANE_EE)).require();
    }

    @Test
    void anotherKeyIsNotVouchedFor() throws Exception {
        assertThatThrownBy(proof(List.of(SERVER, AUTHORITY), keyOf(AUTHORITY, TlsaRecord.DANE_EE))::require)
                .hasMessageContaining("no TLSA record of mx.example");
        assertThatThrownBy(proof(List.of(SERVER, AUTHORITY), keyOf(SERVER, TlsaRecord.DANE_TA))::require)
                .isInstanceOf(TlsFailure.class);
    }

    @Test
    void anAuthorityVouchesForThoseItIssuedTo() throws Exception {
        proof(List.of(SERVER, AUTHORITY), keyOf(AUTHORITY, TlsaRecord.DANE_TA)).require();
    }

    @Test
    void anAuthorityThatIsOnlyShownVouchesForNobody() throws Exception {
        KeyPair own = keys();
        X509Certificate stranger = certificate("CN=Server", own, "CN=Authority", own, 1, "mx.example");
        assertThatThrownBy(proof(List.of(stranger, AUTHORITY), keyOf(AUTHORITY, TlsaRecord.DANE_TA))::require)
                .hasMessageContaining("does not lead to the authority");
    }

    @Test
    void namesAndTimesCountBelowAnAuthority() throws Exception {
        TlsaRecord authority = keyOf(AUTHORITY, TlsaRecord.DANE_TA);
        assertThatThrownBy(proof(List.of(issued(1, "elsewhere.example"), AUTHORITY), authority)::require)
                .hasMessageContaining("elsewhere.example");
        assertThatThrownBy(proof(List.of(issued(-2, "mx.example"), AUTHORITY), authority)::require)
                .isInstanceOf(TlsFailure.class);
        proof(List.of(issued(1, "example"), AUTHORITY), authority).require();
    }

    @Test
    void theKeyIsFoundInTheCertificateAsItWasIssued() throws Exception {
        assertThat(SubjectKey.of(SERVER.getTBSCertificate())).isEqualTo(SERVER.getPublicKey().getEncoded());
    }
}
