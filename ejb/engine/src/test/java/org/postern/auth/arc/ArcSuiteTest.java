package org.postern.auth.arc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;

import java.io.IOException;
import java.util.List;

/** The validation half of Valimail's ARC suite. */
class ArcSuiteTest {
    static List<ArcSuite.Case> cases() throws IOException {
        return ArcSuite.cases();
    }

    /** 171 names; four stand there twice, and both of each are tried. */
    @Test
    void allOfTheSuiteIsRead() throws IOException {
        assertThat(cases()).hasSize(175);
        assertThat(cases().stream().map(ArcSuite.Case::name).distinct()).hasSize(171);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseComesToWhatItSays(ArcSuite.Case one) throws IOException, InterruptedException {
        TextDns dns = name -> one.records().containsKey(name)
                ? new TextAnswer.Found(List.of(one.records().get(name)))
                : new NoSuchDomain();
        ArcResult result = Chains.result(one.message(), dns);
        assertThat(result.status()).as(result.reason()).isEqualTo(switch (one.cv()) {
            case "Pass" -> ChainStatus.PASS;
            case "None" -> ChainStatus.NONE;
            // the suite is older than RFC 8617, which calls a chain that says so of itself failed (5.2, step 2)
            case "", "Fail" -> ChainStatus.FAIL;
            default -> throw new IllegalStateException(one.cv());
        });
    }
}
