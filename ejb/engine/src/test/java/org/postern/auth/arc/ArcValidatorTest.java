package org.postern.auth.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.mail.Domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

class ArcValidatorTest {
    private static final Domain SEALER = new Domain("example.org");
    private static final TextDns SILENT = name -> new Temporary("timed out");

    private static ArcSuite.Case named(String name) throws IOException {
        return ArcSuite.cases().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static TextDns dns(Map<String, String> records) {
        return name -> new TextAnswer.Found(List.of(records.getOrDefault(name, "v=spf1 -all")));
    }

    private static ArcResult result(ArcSuite.Case one) throws IOException, InterruptedException {
        return Chains.result(one.message(), dns(one.records()));
    }

    @Test
    void sealersStandInOrder() throws IOException, InterruptedException {
        ArcResult result = result(named("cv_pass_i3_1"));
        assertThat(result.sealers()).containsExactly(SEALER, SEALER, SEALER);
        assertThat(result.reason()).isEqualTo("sets: 3");
        assertThat(result.status().text()).isEqualTo("pass");
    }

    @Test
    void theOldestPassIsToldWhereAMessageWasChangedOnItsWay() throws IOException, InterruptedException {
        assertThat(result(named("cv_pass_i2_1_ams1_invalid")).oldestPass()).isEqualTo(2);
        assertThat(result(named("cv_pass_i5_1")).oldestPass()).isZero();
    }

    @Test
    void whatTheLastSealerHadFoundIsForThoseWhoTrustIt() throws IOException, InterruptedException {
        ArcResult result = result(named("cv_pass_i2_1"));
        assertThat(result.authenticationResults(List.of(new Domain("EXAMPLE.org"))).orElseThrow())
                .startsWith("lists.example.org;")
                .contains("spf=pass smtp.mfrom=jqd@d1.example")
                .doesNotContain("i=2");
        assertThat(result.authenticationResults(List.of(new Domain("org"), new Domain("lists.example.org")))).isEmpty();
        assertThat(result.authenticationResults(List.of())).isEmpty();
    }

    @Test
    void aChainThatFailsSaysNothingButWhy() throws IOException, InterruptedException {
        ArcResult result = result(named("cv_fail_i2_ams_invalid"));
        assertThat(result.status()).isEqualTo(ChainStatus.FAIL);
        assertThat(result.reason()).isEqualTo("message signature: the body is not the one that was signed");
        assertThat(result.sealers()).isEmpty();
        assertThat(result.authenticationResults(List.of(SEALER))).isEmpty();
        assertThat(result(named("cv_fail_i2_as2_fail")).reason()).contains("had failed before");
        assertThat(result(named("cv_fail_i2_as1_invalid")).reason()).isEqualTo("seal 1: b= is not base64");
    }

    @Test
    void aKeyThatCannotBeAskedForIsNoFailure() throws IOException, InterruptedException {
        ArcResult result = Chains.result(named("cv_pass_i2_1").message(), SILENT);
        assertThat(result.status()).isEqualTo(ChainStatus.UNKNOWN);
        assertThat(result.status().text()).isEqualTo("temperror");
        assertThat(result.reason()).contains("timed out");
    }

    @Test
    void aSealThatCanNeverHoldFailsThoughAnotherIsNotKnown() throws IOException, InterruptedException {
        ArcSuite.Case one = named("ams_as_diff_s_d");
        TextDns half = name -> name.startsWith("dummy2.")
                ? new Temporary("timed out")
                : new TextAnswer.Found(List.of("p="));
        assertThat(Chains.result(one.message(), half).status()).isEqualTo(ChainStatus.FAIL);
    }

    @Test
    void aChainThatCannotPassAsksForNothing() throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>();
        TextDns dns = name -> {
            asked.add(name);
            return new Temporary("never");
        };
        for (String name : List.of("cv_fail_i1_as_na", "ams_struct_dup", "cv_fail_i2_as2_fail", "cv_base1")) {
            Chains.result(named(name).message(), dns);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theSameKeyIsAskedForOnce() throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>();
        ArcSuite.Case one = named("cv_pass_i5_1");
        Chains.result(one.message(), name -> {
            asked.add(name);
            return dns(one.records()).texts(name);
        });
        assertThat(asked).containsExactly("dummy._domainkey.example.org");
    }

    @Test
    void fiftySetsAreLookedAtAndNoMore() throws IOException, InterruptedException {
        assertThat(Chains.result(sets(50), SILENT).status()).isEqualTo(ChainStatus.UNKNOWN);
        assertThat(Chains.result(sets(51), SILENT).reason()).contains("more than 50");
        assertThat(Chains.result(sets(5000), SILENT).status()).isEqualTo(ChainStatus.FAIL);
    }

    private static String sets(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = count; i > 0; i--) {
            String tags = "i=" + i + "; a=rsa-sha256; d=d" + i + ".example; s=s; b=AAAA";
            text.append("ARC-Seal: ").append(tags).append("; cv=").append(i == 1 ? "none" : "pass").append("\r\n");
            text.append("ARC-Message-Signature: ")
                    .append(tags)
                    .append("; h=from; bh=AAAA; l=")
                    .append(i)
                    .append("\r\n");
            text.append("ARC-Authentication-Results: i=").append(i).append("; x\r\n");
        }
        return text + "From: a@example.com\r\n\r\nHi\r\n";
    }

    @Test
    void aMessageSignatureThatLeavesAPartOfTheBodyOpenDoesNotHold() throws IOException, InterruptedException {
        ArcSuite.Case one = named("cv_pass_i1_1");
        String limited = one.message().replace("c=relaxed/relaxed;", "l=3; c=relaxed/relaxed;");
        assertThat(Chains.result(limited, dns(one.records())).status()).isEqualTo(ChainStatus.FAIL);
    }

    @Test
    void headerSectionsThatCannotBeReadToTheirEndHaveNoGoodChain() throws IOException, InterruptedException {
        ArcSuite.Case one = named("cv_pass_i1_1");
        assertThat(
                Chains.result(one.message().replace("Subject:", "no field\r\nSubject:"), dns(one.records())).status())
                .isEqualTo(ChainStatus.FAIL);
    }

    @Test
    void mutatedChainsNeverThrow() throws IOException {
        Random random = new Random(8617);
        ArcSuite.Case one = named("cv_pass_i3_1");
        int end = one.message().indexOf("Received:");
        for (int i = 0; i < 1500; i++) {
            StringBuilder mutated = new StringBuilder(one.message());
            int changes = 1 + random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                int at = random.nextInt(end);
                switch (random.nextInt(3)) {
                    case 0 -> mutated.deleteCharAt(at);
                    case 1 -> mutated.insert(at, List.of(";", "i=", "99", "=", "\r\n ", "\r\nARC-Seal: i=1;", "\u0000")
                            .get(random.nextInt(7)));
                    default -> mutated.setCharAt(at, (char) random.nextInt(256));
                }
            }
            assertThatCode(() -> Chains.result(mutated.toString(), dns(one.records()))).as(mutated.toString())
                    .doesNotThrowAnyException();
        }
    }
}
