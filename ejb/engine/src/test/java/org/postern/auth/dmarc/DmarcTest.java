package org.postern.auth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.auth.ResultName;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shared cases do not ask. */
class DmarcTest {
    private static final String REJECT = "v=DMARC1; p=reject";
    private static final List<String> ANNA = List.of("anna@shop.test");

    private static CheckedIdentifier passed(String domain) {
        return new CheckedIdentifier(ResultName.PASS, domain);
    }

    private static CheckedIdentifier unknown(String domain) {
        return new CheckedIdentifier(ResultName.TEMPERROR, domain);
    }

    @Test
    void asksNothingBeyondTheAuthorsRecordWhereAllIsTheAuthors() {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT));
        new Dmarc(dns).look(ANNA, Optional.of(passed("shop.test")), List.of(passed("shop.test")));
        assertThat(dns.asked()).containsExactly("_dmarc.shop.test");
    }

    @Test
    void asksNothingOfThoseOutsideTheOrganization() {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT));
        DmarcFinding finding = new Dmarc(dns).look(ANNA, Optional.of(passed("a.b.evil.test")),
                Collections.nCopies(100, passed("x.evil.test")));
        assertThat(finding.result()).isEqualTo(ResultName.FAIL);
        assertThat(dns.asked()).containsExactly("_dmarc.shop.test", "_dmarc.test");
    }

    @Test
    void takesNoTimeOutOfAStrangerForAnExcuse() {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT));
        DmarcFinding finding = new Dmarc(dns).look(ANNA, Optional.of(unknown("evil.test")),
                List.of(unknown("evil.test")));
        assertThat(finding.result()).isEqualTo(ResultName.FAIL);
        assertThat(finding.spf()).isEqualTo(Alignment.NONE);
    }

    @Test
    void doesNotKnowWhereTheAuthorsOwnKeyDidNotComeInTime() {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT));
        DmarcFinding finding = new Dmarc(dns).look(ANNA, Optional.empty(), List.of(unknown("k1.shop.test")));
        assertThat(finding.result()).isEqualTo(ResultName.TEMPERROR);
        assertThat(finding.wish()).isEmpty();
        assertThat(finding.reason()).asString().contains("k1.shop.test");
    }

    @Test
    void doesNotKnowWhoIsAlignedWhereTheWalkHasNoAnswer() {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT, "_dmarc.test", "TIMEOUT"));
        DmarcFinding relaxed = new Dmarc(dns).look(ANNA, Optional.of(passed("mail.shop.test")), List.of());
        assertThat(relaxed.result()).isEqualTo(ResultName.TEMPERROR);
        assertThat(relaxed.organization()).isEmpty();
        assertThat(
                new Dmarc(dns).look(ANNA, Optional.of(passed("mail.shop.test")), List.of(passed("shop.test"))).result())
                .isEqualTo(ResultName.PASS);
    }

    @Test
    void doesNotApplyNpWhereNobodyKnowsWhetherTheDomainExists() {
        Map<String, String> zone = Map.of("_dmarc.shop.test", "v=DMARC1; p=none; np=reject", "pay.shop.test",
                "TIMEOUT");
        List<String> from = List.of("x@pay.shop.test");
        assertThat(new Dmarc(ZoneDns.texts(zone)).look(from, Optional.empty(), List.of()).result())
                .isEqualTo(ResultName.TEMPERROR);
        assertThat(new Dmarc(ZoneDns.texts(zone)).look(from, Optional.of(passed("shop.test")), List.of()).result())
                .isEqualTo(ResultName.PASS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"x@[192.0.2.1] | NO_DOMAIN_NAME",
            "nobody | NOT_UNDERSTOOD", "x@shop.test, y | NOT_UNDERSTOOD", "undisclosed:; | NOT_UNDERSTOOD"})
    void saysWhyThereIsNoAuthor(String from, Author.Reason reason) {
        ZoneDns dns = ZoneDns.texts(Map.of());
        DmarcFinding finding = new Dmarc(dns).look(List.of(from), Optional.of(passed("shop.test")), List.of());
        assertThat(finding.author()).isEqualTo(new Author.Unknown(reason));
        assertThat(finding.result()).isEqualTo(ResultName.NONE);
        assertThat(finding.wish()).isEmpty();
        assertThat(dns.asked()).isEmpty();
    }

    @Test
    void knowsNoAuthorOfALongName() {
        String label = "a".repeat(63);
        assertThat(Author.of(List.of("x@" + String.join(".", label, label, label, "b".repeat(60), "c"))))
                .isEqualTo(new Author.Unknown(Author.Reason.NO_DOMAIN_NAME));
        assertThat(Author.of(List.of("x@" + "ü".repeat(63) + ".test")))
                .isInstanceOf(Author.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"[192.0.2.1]", "''", ".", "..", "a..shop.test", "\"shop.test\"", "x;.shop.test", "'shop.test '"})
    void alignsNothingThatIsNoName(String domain) {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT));
        assertThat(new Dmarc(dns).look(ANNA, Optional.of(passed(domain)), List.of()).result())
                .isEqualTo(ResultName.FAIL);
    }

    @Test
    void takesTheIdentifiersThatPassedFirst() {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT));
        List<CheckedIdentifier> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(unknown("a" + i + ".shop.test"));
        }
        many.add(passed("shop.test"));
        assertThat(new Dmarc(dns).look(ANNA, Optional.empty(), many).result()).isEqualTo(ResultName.PASS);
    }

    @Test
    void writesItselfIntoAuthenticationResults() {
        ZoneDns dns = ZoneDns.texts(Map.of("_dmarc.shop.test", REJECT + "; t=y"));
        assertThat(new Dmarc(dns).look(ANNA, Optional.empty(), List.of()).toMethodResult().toString())
                .contains("method=dmarc, result=FAIL", "from, value=shop.test", "dmarc, value=quarantine");
        assertThat(new Dmarc(dns).look(List.of(), Optional.empty(), List.of()).toMethodResult().reason())
                .contains("no From field");
    }

    @Test
    void findsOrganizations() {
        Organizations organizations = new Organizations(ZoneDns.texts(
                Map.of("_dmarc.shop.test", REJECT, "_dmarc.co.test", "v=DMARC1; psd=y", "_dmarc.ill.test", "TIMEOUT")));
        assertThat(organizations.of("A.b.SHOP.test")).contains("shop.test");
        assertThat(organizations.of("x.firm.co.test")).contains("firm.co.test");
        assertThat(organizations.of("nowhere.test")).contains("nowhere.test");
        assertThat(organizations.of("ill.test")).isEmpty();
        assertThat(organizations.of("[192.0.2.1]")).isEmpty();
    }
}
