package org.postern.ra.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wildfly.security.asn1.DERDecoder;
import org.wildfly.security.asn1.DEREncoder;

import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.Random;

class PemTest {
    /** The older form of a key is what PKCS#8 wraps (RFC 5958, 2). */
    private static byte[] unwrapped(Pair pair) {
        DERDecoder der = new DERDecoder(pair.key().getEncoded());
        der.startSequence();
        der.decodeInteger();
        der.skipElement();
        return der.decodeOctetString();
    }

    @Test
    void certificatesAndKeyAreReadFromOneText() throws GeneralSecurityException {
        Pair pair = Pair.of("mail.example");
        String text = "Text before is no matter\n" + pair.pem() + Pair.of("authority.example").certificatePem();
        assertThat(Pem.certificates(text)).hasSize(2).first().isEqualTo(pair.certificate());
        assertThat(Pem.key(text)).contains(pair.key());
    }

    @Test
    void aKeyInPkcs1IsRead() throws GeneralSecurityException {
        Pair pair = Pair.selfSigned("RSA", 2048, "mail.example");
        assertThat(Pem.key(Pem.text("RSA PRIVATE KEY", unwrapped(pair)))).contains(pair.key());
    }

    @Test
    void aKeyInSec1IsRead() throws GeneralSecurityException {
        ECPrivateKey key = (ECPrivateKey) Pair.of("mail.example").key();
        DEREncoder der = new DEREncoder();
        der.startSequence();
        der.encodeInteger(1);
        der.encodeOctetString(key.getS().toByteArray());
        der.startExplicit(0);
        der.encodeObjectIdentifier("1.2.840.10045.3.1.7");
        der.endExplicit();
        der.endSequence();
        assertThat(Pem.key(Pem.text("EC PRIVATE KEY", der.getEncoded()))).hasValueSatisfying(
                read -> assertThat(((ECPrivateKey) read).getS()).isEqualTo(key.getS()));
    }

    @Test
    void anEncryptedKeyIsRefusedInPlainWords() {
        String text = Pem.text("ENCRYPTED PRIVATE KEY", new byte[]{1});
        assertThatThrownBy(() -> Pem.key(text)).isInstanceOf(InvalidKeySpecException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void whereThereIsNoKeyNoneIsFound() throws GeneralSecurityException {
        assertThat(Pem.key(Pair.of("mail.example").certificatePem())).isEmpty();
        assertThat(Pem.key("")).isEmpty();
    }

    @Test
    void garbageIsNeverMoreThanARefusal() {
        Random random = new Random(7);
        byte[] good = Pair.of("mail.example").key().getEncoded();
        for (int i = 0; i < 500; i++) {
            byte[] octets = good.clone();
            octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            for (String label : new String[]{"PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"}) {
                String text = "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(octets)
                        + "\n-----END " + label + "-----";
                try {
                    assertThat(Pem.key(text)).isNotNull();
                } catch (GeneralSecurityException refused) {
                    assertThat(refused).hasMessageNotContaining(Base64.getEncoder().encodeToString(octets));
                }
            }
        }
    }
}
