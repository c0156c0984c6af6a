package org.postern.admin.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.admin.domains.DnsFinding.State;
import org.postern.config.GatewayName;
import org.postern.dns.FreshDns;
import org.postern.dns.MailExchanger;
import org.postern.limit.BusyException;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/** What is told of a domain, good and bad. */
class DiagnosisDeskTest {
    private static final InetAddress HOST = InetAddress.ofLiteral("192.0.2.1");
    private final SpokenDns dns = new SpokenDns();
    private final DnsLooks looks = new DnsLooks(new FreshDns(() -> dns));
    private final DiagnosisDesk desk = new DiagnosisDesk(looks,
            new GatewayName(new Domain("gw.example")), () -> Instant.parse("2026-03-01T12:00:00Z"));

    private DnsFinding found(String about, String selector, String client) {
        return desk.of("A.example.", selector, client)
                .stream()
                .filter(finding -> finding.about().toString().equals(about))
                .findFirst()
                .orElseThrow();
    }

    private State state(String about) {
        return found(about, "", "").state();
    }

    @Test
    void aDomainWithNothingIsToldSo() {
        DnsFinding mx = found("MX", "", "");
        assertThat(mx.state()).isEqualTo(State.BAD);
        assertThat(mx.words()).hasToString("Mail goes nowhere: neither MX nor address.");
        for (String about : List.of("SPF", "DMARC", "MTA-STS", "TLS reports")) {
            assertThat(state(about)).as(about).isEqualTo(State.NOTE);
        }
        assertThat(found("DKIM none", "none", "").state()).isEqualTo(State.BAD);
    }

    @Test
    void aDomainThatIsInOrderIsGoodThroughout() {
        dns.exchangers.put("a.example", List.of(new MailExchanger(10, "mx.a.example")));
        dns.addresses.put("mx.a.example", HOST);
        dns.names.put(HOST, "mx.a.example");
        dns.text("a.example", "v=spf1 ip4:192.0.2.1 -all")
                .text("a.example", "some-site-verification=1")
                .text("_dmarc.a.example", "v=DMARC1; p=reject; rua=mailto:d@a.example")
                .text("_mta-sts.a.example", "v=STSv1; id=1")
                .text("_smtp._tls.a.example", "v=TLSRPTv1; rua=mailto:t@a.example");
        List<DnsFinding> findings = desk.of("a.example", "", "192.0.2.1");
        assertThat(findings).extracting(finding -> finding.about().toString())
                .containsExactly("MX", "SPF", "SPF of 192.0.2.1", "DMARC", "MTA-STS", "TLS reports",
                        "PTR of 192.0.2.1");
        assertThat(findings).allMatch(finding -> finding.state() == State.GOOD);
        assertThat(findings.get(0).records()).map(Sentence::toString).containsExactly("10 mx.a.example: 192.0.2.1");
        assertThat(findings.get(3).words().toString()).contains("a.example", "reject");
        assertThat(found("SPF of 192.0.2.9", "", "192.0.2.9").words()).hasToString("spf=fail");
    }

    @Test
    void whatMayStandThereOnceIsBadTwice() {
        for (String name : List.of("a.example", "_dmarc.a.example", "s._domainkey.a.example")) {
            String text = name.startsWith("_")
                    ? "v=DMARC1; p=none"
                    : name.startsWith("s") ? "v=DKIM1; p=" : "v=spf1 -all";
            dns.text(name, text).text(name, text);
        }
        assertThat(state("SPF")).isEqualTo(State.BAD);
        assertThat(state("DMARC")).isEqualTo(State.BAD);
        assertThat(found("DKIM s", "s", "").state()).isEqualTo(State.BAD);
    }

    @Test
    void anMxHostWithoutAddressAndAnAddressWithoutNameAreBad() {
        dns.exchangers.put("a.example",
                List.of(new MailExchanger(20, "gone.a.example"), new MailExchanger(10, "mx.a.example")));
        dns.addresses.put("mx.a.example", HOST);
        assertThat(found("MX", "", "").state()).isEqualTo(State.BAD);
        assertThat(found("MX", "", "").records()).map(Sentence::toString)
                .containsExactly("10 mx.a.example: 192.0.2.1",
                        "20 gone.a.example: no address");
        assertThat(state("PTR of 192.0.2.1")).isEqualTo(State.BAD);
    }

    @Test
    void aSilentDnsIsAskedTwice() {
        dns.silent = true;
        assertThat(desk.of("a.example", "s", "192.0.2.1")).isNotEmpty()
                .allMatch(finding -> finding.state() == State.UNKNOWN);
        assertThat(dns.questions).isEqualTo(2);
    }

    @Test
    void whoAsksWhenSoManyDoHearsThatTheyDo() {
        asksWhile(DnsLooks.AT_ONCE, () -> assertThatThrownBy(() -> desk.of("a.example", "", ""))
                .isInstanceOf(BusyException.class));
        assertThat(desk.of("a.example", "", "")).isNotEmpty();
    }

    private void asksWhile(int others, Runnable asking) {
        if (others == 0) {
            asking.run();
        } else {
            looks.look(look -> {
                asksWhile(others - 1, asking);
                return true;
            });
        }
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThatThrownBy(() -> desk.of("a..b", "", "")).hasMessageContaining("Not a domain name");
        assertThatThrownBy(() -> desk.of("a.example", "a b", "")).hasMessageContaining("selector");
        assertThatThrownBy(() -> desk.of("a.example", "", "mail")).isInstanceOf(IllegalArgumentException.class);
    }
}
