package org.postern.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.IDN;
import java.util.Random;

class ALabelTest {
    @ParameterizedTest
    @CsvSource({"example, example", "EXAMPLE, example", "b\u00fccher, xn--bcher-kva", "B\u00dcCHER, xn--bcher-kva",
            "u\u0308ber, xn--ber-goa", "fa\u00df, xn--fa-hia", "\u4f8b\u3048, xn--r8jz45g",
            "\u043f\u0440\u0438\u043c\u0435\u0440, xn--e1afmkfd",
            "\u30d1\u30d5\u30a3\u30fcde\u30eb\u30f3\u30d0, xn--de-jg4avhby1noc0d"})
    void isWhatTheDnsKnows(String label, String key) {
        assertThat(ALabel.of(label)).isEqualTo(key);
    }

    /** Java's own follows an older standard, but encodes letters that it need not map the same way. */
    @Test
    void agreesWithJavaOnLettersOfOneCase() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            StringBuilder label = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                label.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : 0x4e00 + random.nextInt(2000)));
            }
            assertThat(ALabel.of(label.toString())).isEqualTo(IDN.toASCII(label.toString()));
        }
    }

    @Test
    void makesDomainsEqualHoweverTheyAreWritten() {
        Domain written = new Domain("m\u00e4il.b\u00fccher.example");
        assertThat(written.key()).isEqualTo("xn--mil-qla.xn--bcher-kva.example");
        assertThat(written).isEqualTo(new Domain("XN--MIL-QLA.xn--bcher-kva.example"))
                .isNotEqualTo(new Domain("mail.bucher.example"))
                .hasToString("m\u00e4il.b\u00fccher.example");
    }
}
