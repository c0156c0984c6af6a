package org.postern.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.sentence.Sentence;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class SpfTest {
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.9");
    private static final Instant NOON = Instant.ofEpochSecond(1_700_000_000);

    private final Zone zone = new Zone();
    private final Spf spf = new Spf(zone, () -> NOON, "mx.receiver.example");

    private static ReversePath path(String localPart, String domain) {
        return ReversePath.of(new Mailbox(localPart, new Domain(domain)));
    }

    private SpfResult from(String domain) {
        return spf.check(SpfQuestion.mailFrom(CLIENT, "mail.client.example", path("ann", domain)));
    }

    private SpfResult says(String record) {
        zone.knows("sender.example", "TXT", record);
        return from("sender.example");
    }

    @Test
    void looksAtBothIdentities() {
        zone.knows("mail.client.example", "TXT", "v=spf1 ip4:192.0.2.9 -all")
                .knows("sender.example", "TXT",
                        "v=spf1 -all");
        SpfResults both = spf.check(CLIENT, "mail.client.example", path("ann", "sender.example"));
        assertThat(both.helo().outcome()).isEqualTo(SpfOutcome.PASS);
        assertThat(both.helo().identity()).isEqualTo(SpfIdentity.HELO);
        assertThat(both.helo().domain()).isEqualTo("mail.client.example");
        assertThat(both.mailFrom().outcome()).isEqualTo(SpfOutcome.FAIL);
        assertThat(both.mailFrom().domain()).isEqualTo("sender.example");
    }

    @Test
    void theNullReversePathIsThePostmasterOfTheGreeting() {
        zone.knows("mail.client.example", "TXT", "v=spf1 -all exp=words.client.example")
                .knows("words.client.example",
                        "TXT", "not %{s}");
        SpfResults both = spf.check(CLIENT, "mail.client.example", ReversePath.NULL);
        assertThat(both.mailFrom().identity()).isEqualTo(SpfIdentity.MAIL_FROM);
        assertThat(both.mailFrom().explanation()).contains("not postmaster@mail.client.example");
        assertThat(zone.asked).hasSize(2);
        assertThat(spf.check(SpfQuestion.mailFrom(CLIENT, "mail.client.example", ReversePath.NULL)))
                .isEqualTo(both.mailFrom());
    }

    @Test
    void saysWhichMechanismMatchedAndWhy() {
        SpfResult result = says("v=spf1 IP4:192.0.2.0/24 -all");
        assertThat(result.mechanism()).contains("IP4:192.0.2.0/24");
        assertThat(result.reason()).hasToString("192.0.2.9 matches 'IP4:192.0.2.0/24' of sender.example");
    }

    @Test
    void whatIsIncludedIsToldByTheMechanismThatIncludesIt() {
        zone.knows("net.example", "TXT", "v=spf1 ip4:192.0.2.9");
        assertThat(says("v=spf1 include:net.example -all").mechanism()).contains("include:net.example");
    }

    @Test
    void noDomainIsNotAskedAbout() {
        for (String helo : new String[]{"", ".", "localhost", "[192.0.2.9]", "[IPv6:2001:db8::1]", "192.0.2.9", "a..b",
                "a.example..", "x".repeat(300) + ".example", "\u0000\uffff", "a b", "a\\.b.example", "a\\b.example"}) {
            assertThat(spf.check(SpfQuestion.helo(CLIENT, helo)).outcome()).as(helo).isEqualTo(SpfOutcome.NONE);
        }
        assertThat(zone.asked).isEmpty();
    }

    @Test
    void caseAndADotAtTheEndAreNoMatter() {
        zone.knows("sender.example", "TXT", "V=SPF1 A:Host.EXAMPLE. -ALL").knows("host.example", "A", "192.0.2.9");
        assertThat(spf.check(SpfQuestion.helo(CLIENT, "Sender.EXAMPLE.")).outcome()).isEqualTo(SpfOutcome.PASS);
    }

    @Test
    void namesBeyondAsciiAreAskedForAsALabels() {
        zone.knows("xn--bcher-kva.example", "TXT", "v=spf1 exists:%{o} -all")
                .knows("xn--bcher-kva.example", "A",
                        "127.0.0.2");
        SpfResult result = from("B\u00fccher.example");
        assertThat(result.outcome()).isEqualTo(SpfOutcome.PASS);
        assertThat(result.domain()).isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void localPartsBeyondAsciiMatchNothing() {
        zone.knows("sender.example", "TXT",
                "v=spf1 exists:%{l}.sender.example include:%{s}.sender.example ?all exp=w.example");
        SpfResult result = spf
                .check(SpfQuestion.mailFrom(CLIENT, "mail.client.example", path("j\u00f6rg", "sender.example")));
        assertThat(result.outcome()).isEqualTo(SpfOutcome.NEUTRAL);
        assertThat(zone.asked).hasSize(1);
    }

    @Test
    void anIpv4MappedAddressIsTheIpv4Address() throws UnknownHostException {
        zone.knows("sender.example", "TXT", "v=spf1 ip6:::ffff:0:0/96 ip4:192.0.2.9 -all");
        byte[] octets = new byte[16];
        octets[10] = -1;
        octets[11] = -1;
        System.arraycopy(CLIENT.getAddress(), 0, octets, 12, 4);
        InetAddress mapped = Inet6Address.getByAddress("", octets, -1);
        assertThat(mapped).isInstanceOf(Inet6Address.class);
        SpfResult result = spf
                .check(SpfQuestion.mailFrom(mapped, "mail.client.example", path("ann", "sender.example")));
        assertThat(result.mechanism()).contains("ip4:192.0.2.9");
    }

    @Test
    void aQuotedLocalPartIsWhatItMeans() {
        zone.knows("sender.example", "TXT", "v=spf1 -all exp=w.example").knows("w.example", "TXT", "%{l} and %{L}");
        SpfResult result = spf
                .check(SpfQuestion.mailFrom(CLIENT, "mail.client.example", path("\"a b\"", "sender.example")));
        assertThat(result.explanation()).contains("a b and a%20b");
    }

    @Test
    void explanationsShowWhoAskedAndWhen() {
        zone.knows("w.example", "TXT", "%{c} at %{r}, %{t}, ", "%{h} for %{d}");
        assertThat(says("v=spf1 -all exp=w.example").explanation())
                .contains("192.0.2.9 at mx.receiver.example, 1700000000, mail.client.example for sender.example");
    }

    @Test
    void explanationsAreShortAndAscii() {
        zone.knows("w.example", "TXT", "%{d} ".repeat(3000));
        assertThat(says("v=spf1 -all exp=w.example").explanation().orElseThrow())
                .hasSize(SpfResult.LONGEST_EXPLANATION);
        zone.knows("other.example", "TXT", "v=spf1 -all exp=x.example").knows("x.example", "TXT", "a\r\nb");
        assertThat(from("other.example").explanation()).isEmpty();
        zone.knows("third.example", "TXT", "v=spf1 -all exp=y.example").knows("y.example", "TXT", "%{l}");
        assertThat(spf.check(SpfQuestion.mailFrom(CLIENT, "h.example", path("j\u00f6rg", "third.example")))
                .explanation()).isEmpty();
    }

    @Test
    void onlyAFailureIsExplained() {
        zone.knows("w.example", "TXT", "why");
        assertThat(says("v=spf1 ~all exp=w.example").explanation()).isEmpty();
        assertThat(zone.asked).hasSize(1);
    }

    @Test
    void whatTakesTooLongIsTemporary() {
        Instant[] now = {NOON};
        Spf slow = new Spf(zone, () -> {
            now[0] = now[0].plus(Duration.ofSeconds(6));
            return now[0];
        }, "mx.receiver.example");
        zone.knows("sender.example", "TXT", "v=spf1 a a a a a a -all").knows("sender.example", "A", "192.0.2.1");
        SpfResult result = slow.check(SpfQuestion.helo(CLIENT, "sender.example"));
        assertThat(result.outcome()).isEqualTo(SpfOutcome.TEMPERROR);
        assertThat(result.reason()).asString().contains("takes too long");
        assertThat(zone.asked).hasSize(3);
    }

    @Test
    void theOrderOfExchangersDecidesNothing() {
        zone.knows("sender.example", "MX", "10", "dead.example")
                .knows("sender.example", "MX", "10", "mx.example")
                .knows("dead.example", ZoneEntry.TIMEOUT)
                .knows("mx.example", "A", "192.0.2.9");
        assertThat(says("v=spf1 mx -all").outcome()).isEqualTo(SpfOutcome.PASS);
        zone.knows("other.example", "TXT", "v=spf1 mx -all").knows("other.example", "MX", "10", "dead.example");
        assertThat(from("other.example").outcome()).isEqualTo(SpfOutcome.TEMPERROR);
    }

    @Test
    void aTermThatFindsNothingIsOneHoweverOftenItAsks() {
        for (int i = 0; i < 5; i++) {
            zone.knows("sender.example", "MX", "10", "mx" + i + ".example")
                    .knows("mx" + i + ".example", "AAAA",
                            "2001:db8::1");
        }
        assertThat(says("v=spf1 mx ?all").outcome()).isEqualTo(SpfOutcome.NEUTRAL);
        zone.knows("other.example", "TXT", "v=spf1 mx:sender.example mx:sender.example mx:sender.example ?all");
        assertThat(from("other.example").outcome()).isEqualTo(SpfOutcome.PERMERROR);
    }

    @Test
    void aNameThatOnlyLooksLikeTheDomainIsNotInIt() {
        zone.knows("9.2.0.192.in-addr.arpa", "PTR", "mail.badsender.example")
                .knows("mail.badsender.example", "A",
                        "192.0.2.9");
        assertThat(says("v=spf1 ptr -all").outcome()).isEqualTo(SpfOutcome.FAIL);
        zone.knows("badsender.example", "TXT", "v=spf1 ptr -all");
        assertThat(from("badsender.example").outcome()).isEqualTo(SpfOutcome.PASS);
    }

    @Test
    void theClientsNamesAreLookedUpOnceAndCount() {
        zone.knows("9.2.0.192.in-addr.arpa", "PTR", "mail.example").knows("mail.example", "A", "192.0.2.9");
        says("v=spf1 exists:%{p}.a.sender.example ptr exists:%{p}.b.sender.example ?all exp=%{p}.example");
        assertThat(zone.asked.stream().filter(question -> question.startsWith("PTR"))).hasSize(1);
        zone.knows("full.example", "TXT", "v=spf1 a a a a a a a a a exists:%{p}.mail.example ?all")
                .knows(
                        "full.example", "A", "192.0.2.1");
        assertThat(from("full.example").outcome()).isEqualTo(SpfOutcome.PERMERROR);
    }

    @Test
    void addressesAreReadAsTheyAreWritten() {
        for (String wrong : new String[]{"1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "1.2.3.1000", "1.2.3.",
                "1..2.3",
                "1.2.3.4/", "1.2.3.4/-1", "1.2.3.\u0664"}) {
            zone.knows(wrong.length() + "-" + wrong.hashCode() + ".example", "TXT", "v=spf1 ip4:" + wrong + " ?all");
            assertThat(from(wrong.length() + "-" + wrong.hashCode() + ".example").outcome()).as(wrong)
                    .isEqualTo(SpfOutcome.PERMERROR);
        }
        for (String wrong : new String[]{"1.2.3.4", "::1::", "[::1]", "::1%eth0", "::1%1", "::g", "::/", "::/0128",
                ":"}) {
            zone.knows(wrong.length() + "-" + wrong.hashCode() + ".test.example", "TXT",
                    "v=spf1 ip6:" + wrong + " ?all");
            assertThat(from(wrong.length() + "-" + wrong.hashCode() + ".test.example").outcome()).as(wrong)
                    .isEqualTo(SpfOutcome.PERMERROR);
        }
        assertThat(says("v=spf1 ip4:0.0.0.0/0 -all").outcome()).isEqualTo(SpfOutcome.PASS);
    }

    @Test
    void aReverseZoneThatIsSilentIsNoFailure() {
        zone.knows("9.2.0.192.in-addr.arpa", ZoneEntry.TIMEOUT);
        assertThat(says("v=spf1 ptr ?all").outcome()).isEqualTo(SpfOutcome.NEUTRAL);
    }

    @Test
    void endlessRecordsAreNotRead() {
        assertThat(says("v=spf1" + " ip4:192.0.2.1".repeat(5000)).outcome()).isEqualTo(SpfOutcome.PERMERROR);
    }

    @Test
    void resultsHaveTheirWords() {
        assertThat(says("v=spf1 ~all").outcome().word()).isEqualTo("softfail");
        assertThat(SpfIdentity.MAIL_FROM.word()).isEqualTo("mailfrom");
        assertThat(new SpfResult(SpfOutcome.NONE, SpfIdentity.HELO, "a\u0001b", Optional.empty(), Optional.empty(),
                Sentence.asItIs("x".repeat(1000))).reason().toString()).hasSize(SpfResult.LONGEST_REASON);
    }
}
