package org.postern.auth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Random;

class PolicyRecordTest {
    private static PolicyRecord read(String text) {
        return PolicyRecord.parse(text).orElseThrow();
    }

    @Test
    void readsEveryTag() {
        PolicyRecord record = read("v=DMARC1; p=none; sp=quarantine; np=reject; adkim=s; aspf=s; t=y; psd=n; fo=1:d:s;"
                + " rua=mailto:a@x.example, mailto:b@y.example!10m; ruf=https://z.example/r");
        assertThat(record.p()).isEqualTo(OwnerPolicy.NONE);
        assertThat(record.sp()).contains(OwnerPolicy.QUARANTINE);
        assertThat(record.np()).contains(OwnerPolicy.REJECT);
        assertThat(record.adkim()).isEqualTo(AlignmentMode.STRICT);
        assertThat(record.aspf()).isEqualTo(AlignmentMode.STRICT);
        assertThat(record.isTesting()).isTrue();
        assertThat(record.suffix()).isEqualTo(PolicyRecord.Suffix.NO);
        assertThat(record.failureOptions()).isEqualTo("1:d:s");
        assertThat(record.rua()).extracting(ReportUri::text)
                .containsExactly("mailto:a@x.example", "mailto:b@y.example");
        assertThat(record.rua().getFirst().mailbox().orElseThrow()).hasToString("a@x.example");
        assertThat(record.ruf().getFirst().mailbox()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "v=", "v=DMARC1x; p=none", "v=DMARC12", "v DMARC1", "p=none; v=DMARC1",
            "v=dmarc1; p=none",
            " v=DMARC1; p=none", "v=DMARC1 p=none", "x=DMARC1; p=none", ";v=DMARC1", "v=spf1 -all", "v;=DMARC1"})
    void leavesWhatIsNone(String text) {
        assertThat(PolicyRecord.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v=DMARC1;p=reject", "V=DMARC1;p=reject;", "v = DMARC1\t;\tP = REJECT ;;;", "v=DMARC1;p=reject;p=none",
            "v=DMARC1;p=reject;t;x=;=y;=", "v=DMARC1;p=reject;t=maybe;psd=maybe;fo=2;adkim=x;aspf="})
    void readsTheSameFromEach(String text) {
        PolicyRecord record = read(text);
        assertThat(record.p()).isEqualTo(OwnerPolicy.REJECT);
        assertThat(record.isFaulty()).isFalse();
        assertThat(record.isTesting()).isFalse();
        assertThat(record.suffix()).isEqualTo(PolicyRecord.Suffix.UNKNOWN);
        assertThat(record.failureOptions()).isEqualTo("0");
        assertThat(record.adkim()).isEqualTo(AlignmentMode.RELAXED);
    }

    @ParameterizedTest
    @CsvSource({"v=DMARC1", "v=DMARC1;p=", "v=DMARC1;p=rejct", "v=DMARC1;p=reject;sp=", "v=DMARC1;p=reject;np=x"})
    void isOfNoUseWithoutAPolicyUnlessItWantsReports(String text) {
        assertThat(read(text).isUsable()).isFalse();
        PolicyRecord wanted = read(text + ";rua=mailto:a@x.example");
        assertThat(wanted.isUsable()).isTrue();
        assertThat(wanted.p()).isEqualTo(OwnerPolicy.NONE);
        assertThat(wanted.sp()).isEmpty();
        assertThat(read(text + ";rua=nowhere").isUsable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"mailto:a@x.example?subject=x,a@x.example", "MAILTO:a%2Cb@x.example,",
            "mailto:a%2Bb@x.example,a+b@x.example",
            "mailto:,", "mailto:x,", "mailto:a@x.example%0d%0aBcc:b@y.example,", "mailto:a b@x.example,", "x,",
            "mailto:a@x.example!1g,a@x.example"})
    void takesAddressesForReports(String uri, String address) {
        assertThat(read("v=DMARC1;p=none;rua=" + uri).rua()
                .stream()
                .findFirst()
                .flatMap(ReportUri::mailbox)
                .map(Object::toString))
                .isEqualTo(Optional.ofNullable(address));
    }

    @ParameterizedTest
    @CsvSource({"!10m,10485760", "!1k,1024", "!0,0", "!77,77", "!2G,2147483648", "'',", "!,", "!m,", "!-1,", "!1x,",
            "!1kk,", "!999999999999t,9223370937343148032", "!9999999999999,"})
    void readsHowMuchAnAddressTakes(String size, Long octets) {
        assertThat(read("v=DMARC1;p=none;rua=mailto:a@x.example" + size).rua().getFirst().most())
                .isEqualTo(Optional.ofNullable(octets));
    }

    @Test
    void takesTenAddressesAtMost() {
        assertThat(read("v=DMARC1;p=none;rua=" + "mailto:a@x.example,".repeat(100)).rua()).hasSize(ReportUri.MOST);
        assertThat(read("v=DMARC1;p=none;rua=mailto:" + "a".repeat(600) + "@x.example").rua()).isEmpty();
    }

    @Test
    void endsWithEachText() {
        Random random = new Random(9989);
        String[] pieces = {"v=DMARC1", ";", "=", " ", "\t", "p", "sp", "np", "none", "reject", "rua", "mailto:",
                "a@b.example", ",",
                "!", "%", "%41", "psd", "y", "t", "fo", "0:1", "\0", "\u00ff", "adkim", "s", "[", "://", "\\", "?"};
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) > 0 ? "v=DMARC1;" : "");
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            PolicyRecord.parse(text.toString()).ifPresent(record -> {
                assertThat(record.rua()).hasSizeLessThanOrEqualTo(ReportUri.MOST);
                assertThat(record.isFaulty() && record.p() != OwnerPolicy.NONE).isFalse();
            });
        }
        assertThat(PolicyRecord.parse("v=DMARC1;" + ";".repeat(PolicyRecord.LONGEST))).isEmpty();
        assertThat(PolicyRecord.parse("v=DMARC1" + ";a=".repeat(2000))).isPresent();
    }
}
