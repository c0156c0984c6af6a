package org.postern.delivery.sts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class PolicyFileTest {
    private static final String WHOLE = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmx: *.Example.net\nmax_age: 604800\n";
    private static final StsPolicy READ = new StsPolicy(StsPolicy.Mode.ENFORCE,
            List.of("mail.example.com", "*.example.net"), Duration.ofDays(7));

    @Test
    void readsTheExampleOfTheStandard() {
        assertThat(PolicyFile.read(WHOLE)).contains(READ);
        assertThat(PolicyFile.read(WHOLE.replace("\n", "\r\n"))).contains(READ);
        assertThat(PolicyFile.read(WHOLE.strip() + "\nextension: what ever\nmode: none")).contains(READ);
    }

    @Test
    void modeNoneNeedsNoHost() {
        assertThat(PolicyFile.read("version: STSv1\nmode: none\nmax_age: 60"))
                .contains(new StsPolicy(StsPolicy.Mode.NONE, List.of(), Duration.ofMinutes(1)));
    }

    @Test
    void nobodyIsRememberedLongerThanAYear() {
        assertThat(PolicyFile.read(WHOLE.replace("604800", "9999999999")).orElseThrow().maxAge())
                .isEqualTo(StsPolicy.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mode: enforce\nmx: a.example\nmax_age: 60",
            "version: STSv2\nmode: enforce\nmx: a.example\nmax_age: 60",
            "version: STSv1\nmode: enforce\nmax_age: 60", "version: STSv1\nmode: strict\nmx: a.example\nmax_age: 60",
            "version: STSv1\nmode: enforce\nmx: a.example", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: -1",
            "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 99999999999",
            "version: STSv1\nmode: enforce\nmx: *\nmax_age: 60",
            "version: STSv1\nmode: enforce\nmx: a.*.example\nmax_age: 60",
            "version: STSv1\nmode: enforce\nmx: a b\nmax_age: 60", "<html>\nversion: STSv1\nmode: none\nmax_age: 60"})
    void takesNothingElse(String text) {
        assertThat(PolicyFile.read(text)).isEmpty();
    }

    @Test
    void hasBounds() {
        assertThat(PolicyFile.read(WHOLE + "mx: a.example\n".repeat(199))).isEmpty();
        assertThat(PolicyFile.read(WHOLE + "x: y\n".repeat(1000))).isEmpty();
        assertThat(PolicyFile.read(WHOLE + "mx: " + "a.".repeat(127) + "example")).isEmpty();
    }

    @Test
    void neverFailsAndNeverTakesHalfAPolicy() {
        Random random = new Random(8461);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(WHOLE);
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, WHOLE, 0, random.nextInt(WHOLE.length()));
                }
            }
            Optional<StsPolicy> policy = PolicyFile.read(text.toString());
            assertThat(policy.filter(p -> p.mode() != StsPolicy.Mode.NONE && p.hosts().isEmpty())).isEmpty();
        }
    }

    @Test
    void anAsteriskStandsForOneLabel() {
        assertThat(READ.names("MAIL.example.com")).isTrue();
        assertThat(READ.names("a.example.net")).isTrue();
        assertThat(READ.names("example.net")).isFalse();
        assertThat(READ.names("a.b.example.net")).isFalse();
        assertThat(READ.names("a.example.com")).isFalse();
    }

    @Test
    void readsTheRecordThatAnnouncesIt() {
        assertThat(PolicyRecord.id(List.of("v=STSv1; id=20160831085700Z;"))).contains("20160831085700Z");
        assertThat(PolicyRecord.id(List.of("v=spf1 -all", "v=STSv1;id=1"))).contains("1");
        assertThat(PolicyRecord.id(List.of("v=STSv1; other=x; id=2; more"))).contains("2");
        assertThat(PolicyRecord.id(List.of("v=STSv1; id=1", "v=STSv1; id=2"))).isEmpty();
        assertThat(PolicyRecord.id(List.of("v=STSv1; id=a-b"))).isEmpty();
        assertThat(PolicyRecord.id(List.of("v=STSv1; id=" + "1".repeat(33)))).isEmpty();
        assertThat(PolicyRecord.id(List.of("V=stsv1; id=1"))).isEmpty();
        assertThat(PolicyRecord.id(List.of("v=STSv1; " + ";".repeat(3000) + "id=1"))).isEmpty();
    }
}
