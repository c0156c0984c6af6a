package org.postern.ra.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** Which certificate a client gets that asks for a name. */
class CredentialsTest {
    private static final Pair FIRST = Pair.of("mail.example", "mx.example");
    private final Credentials credentials = new Credentials(
            List.of(of(FIRST), of(Pair.of("*.shop.example")), of(Pair.of("www.shop.example")),
                    of(Pair.selfSigned("RSA", 2048, "mail.example", "mx.example")),
                    of(Pair.selfSigned("RSA", 2048, "only-rsa.example"))));

    private static Credential of(Pair pair) {
        try {
            return Credential.of(List.of(pair.certificate()), pair.key());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int chosen(String keyType, String name) {
        return credentials.choose(keyType, Optional.of(name)).orElse(-1);
    }

    @Test
    void whoAsksForNothingGetsTheFirst() {
        assertThat(credentials.choose("EC", Optional.empty())).hasValue(0);
    }

    @Test
    void whoAsksForANameThatNobodyHasGetsTheFirst() {
        assertThat(chosen("EC", "elsewhere.example")).isZero();
    }

    @Test
    void theNameItselfCountsMoreThanAWildcard() {
        assertThat(chosen("EC", "www.shop.example")).isEqualTo(2);
        assertThat(chosen("EC", "other.shop.example")).isEqualTo(1);
    }

    @Test
    void aWildcardStandsForOneLabel() {
        assertThat(chosen("EC", "a.b.shop.example")).isZero();
        assertThat(chosen("EC", "shop.example")).isZero();
    }

    @Test
    void anotherKindOfKeyServesTheSameName() {
        assertThat(chosen("RSA", "mx.example")).isEqualTo(3);
        assertThat(credentials.choose("RSA", Optional.empty())).hasValue(3);
    }

    @Test
    void aNameWithOneKindOfKeyIsNotServedByTheKeyOfAnother() {
        assertThat(chosen("EC", "only-rsa.example")).isEqualTo(-1);
        assertThat(chosen("RSA", "only-rsa.example")).isEqualTo(4);
    }

    @Test
    void aKeyThatIsNotThatOfTheCertificateIsRefused() {
        assertThatThrownBy(() -> Credential.of(List.of(FIRST.certificate()), Pair.of("mail.example").key()))
                .hasMessageContaining("not that of the first certificate");
    }
}
