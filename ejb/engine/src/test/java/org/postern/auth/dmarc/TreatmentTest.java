package org.postern.auth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.auth.ResultName;
import org.postern.mail.Domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class TreatmentTest {
    private static final TrustedPaths TRUSTED = new TrustedPaths(List.of(new Domain("lists.example")),
            List.of(new Domain("Alumni.example")));
    private static final Circumstances NOTHING = circumstances(ResultName.NONE, "", null, null, 0);

    private static Circumstances circumstances(ResultName spf, String spfDomain, String sealer, String client,
            double score) {
        return new Circumstances(spf, spfDomain, Optional.ofNullable(sealer), Optional.ofNullable(client), score);
    }

    private static DmarcFinding failing(String record) {
        return new Dmarc(ZoneDns.texts(Map.of("_dmarc.shop.test", record)))
                .look(List.of("anna@shop.test"), Optional.empty(), List.of());
    }

    private static Treatment treatment(String record, Circumstances known) {
        return Treatment.of(failing(record), known, TRUSTED);
    }

    @ParameterizedTest
    @CsvSource({"NONE,0,QUARANTINE", "SOFTFAIL,2.9,QUARANTINE", "FAIL,-5,REFUSE", "NONE,3,REFUSE", "PASS,3,REFUSE",
            "PERMERROR,0,QUARANTINE", "TEMPERROR,0,QUARANTINE"})
    void refusesForRejectOnlyWhereSomethingElseSpeaksAgainstIt(ResultName spf, double score, Treatment.Act act) {
        Treatment treatment = treatment("v=DMARC1; p=reject", circumstances(spf, "mailer.test", null, null, score));
        assertThat(treatment.act()).isEqualTo(act);
        assertThat(treatment.overrides()).extracting(PolicyOverride::type)
                .isEqualTo(act == Treatment.Act.REFUSE ? List.of() : List.of(OverrideType.LOCAL_POLICY));
    }

    @Test
    void quarantinesWhatIsToBeQuarantinedWhateverElseIsKnown() {
        assertThat(treatment("v=DMARC1; p=quarantine", circumstances(ResultName.FAIL, "x.test", null, null, 9)))
                .isEqualTo(new Treatment(Treatment.Act.QUARANTINE, List.of()));
    }

    @Test
    void acceptsWhatThePolicyLets() {
        assertThat(treatment("v=DMARC1; p=none", NOTHING)).isEqualTo(new Treatment(Treatment.Act.ACCEPT, List.of()));
    }

    @Test
    void saysThatTheOwnerIsTesting() {
        PolicyOverride testing = new PolicyOverride(OverrideType.POLICY_TEST_MODE, "t=y");
        assertThat(treatment("v=DMARC1; p=reject; t=y", circumstances(ResultName.FAIL, "x.test", null, null, 9)))
                .isEqualTo(new Treatment(Treatment.Act.QUARANTINE, List.of(testing)));
        assertThat(treatment("v=DMARC1; p=quarantine; t=y", NOTHING))
                .isEqualTo(new Treatment(Treatment.Act.ACCEPT, List.of(testing)));
        assertThat(treatment("v=DMARC1; p=none; t=y", NOTHING).overrides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NONE,'',lists.example,,MAILING_LIST", "FAIL,x.test,a.LISTS.example,,MAILING_LIST",
            "PASS,bounce.alumni.example,,,TRUSTED_FORWARDER", "NONE,'',,mx1.alumni.example,TRUSTED_FORWARDER",
            "FAIL,shop.test,,alumni.example,TRUSTED_FORWARDER"})
    void letsThoseNamedSendOn(ResultName spf, String spfDomain, String sealer, String client, OverrideType type) {
        Treatment treatment = treatment("v=DMARC1; p=reject", circumstances(spf, spfDomain, sealer, client, 9));
        assertThat(treatment.act()).isEqualTo(Treatment.Act.ACCEPT);
        assertThat(treatment.overrides()).extracting(PolicyOverride::type).containsExactly(type);
    }

    @ParameterizedTest
    @CsvSource({"FAIL,alumni.example,,", "NONE,alumni.example,evil-lists.example,",
            "PASS,evilalumni.example,,evil.example",
            "PASS,example,example,example", "PASS,lists.example,alumni.example,",
            "NONE,'',lists.example.evil,alumni.example.evil",
            "PASS,[192.0.2.1],..,'.'"})
    void believesNobodyWhoOnlySaysSo(ResultName spf, String spfDomain, String sealer, String client) {
        assertThat(treatment("v=DMARC1; p=quarantine", circumstances(spf, spfDomain, sealer, client, 0)).act())
                .isEqualTo(Treatment.Act.QUARANTINE);
    }

    @Test
    void leavesToTheReceiverWhatNobodyKnows() {
        assertThat(treatment("TIMEOUT", NOTHING).act()).isEqualTo(Treatment.Act.LOCAL);
        DmarcFinding authorless = new Dmarc(ZoneDns.texts(Map.of())).look(List.of(), Optional.empty(), List.of());
        assertThat(Treatment.of(authorless, NOTHING, TRUSTED).act()).isEqualTo(Treatment.Act.LOCAL);
        DmarcFinding undecided = new Dmarc(ZoneDns.texts(Map.of("_dmarc.shop.test", "v=DMARC1; p=reject")))
                .look(List.of("anna@shop.test"), Optional.of(new CheckedIdentifier(ResultName.TEMPERROR, "shop.test")),
                        List.of());
        assertThat(Treatment.of(undecided, NOTHING, TRUSTED).overrides()).extracting(PolicyOverride::type)
                .containsExactly(OverrideType.OTHER);
        assertThat(treatment("no record", NOTHING).act()).isEqualTo(Treatment.Act.ACCEPT);
    }
}
