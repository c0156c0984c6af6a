package org.postern.delivery.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.SmartHosts;
import org.postern.delivery.KnownNames;
import org.postern.delivery.Mail;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NoData;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;
import org.postern.routing.Destination;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class HostFinderTest {
    private final KnownNames dns = new KnownNames();
    private final OwnHosts own = new OwnHosts(List.of("gateway.example.org", "twin.example.org."),
            InetAddress.ofLiteral("192.0.2.99")::equals);
    private final HostHealth health = new HostHealth(() -> Mail.NOON, Duration.ofMinutes(1));
    private final HostFinder finder = new HostFinder(dns, new Random(1), health, new HostFinder.Settings(own, 25, 3));

    private static String told(TargetHosts hosts) {
        return switch (hosts) {
            case TargetHosts.Found found -> found.servers().toString();
            case TargetHosts.Undeliverable undeliverable -> undeliverable.reply().toString();
            case TargetHosts.Unknown unknown -> unknown.reply().toString();
        };
    }

    private String mx(String domain) {
        return told(finder.find(new Destination.MailExchangers(new Domain(domain))));
    }

    private String host(String host) {
        return told(finder.find(new Destination.NextHost(host, 2525)));
    }

    @Test
    void triesTheLowestPreferenceFirst() {
        dns.mx("example.net", "20 b.example.net", "10 a.example.net")
                .address("a.example.net", "192.0.2.1")
                .address("b.example.net", "192.0.2.2");
        assertThat(mx("example.net"))
                .isEqualTo("[a.example.net [192.0.2.1]:25, b.example.net [192.0.2.2]:25]");
    }

    @Test
    void shufflesEqualPreferences() {
        dns.mx("example.net", "10 a.example.net", "10 b.example.net")
                .address("a.example.net", "192.0.2.1")
                .address("b.example.net", "192.0.2.2");
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            orders.add(mx("example.net"));
        }
        assertThat(orders).hasSize(2);
    }

    @Test
    void takesAddressFamiliesInTurn() {
        dns.mx("example.net", "10 a.example.net")
                .address("a.example.net", "192.0.2.1", "192.0.2.2", "2001:db8::1");
        assertThat(mx("example.net")).containsSubsequence("2001:db8:0:0:0:0:0:1", "192.0.2.1", "192.0.2.2");
    }

    @Test
    void triesNoMoreServersThanTheLimit() {
        dns.mx("example.net", "10 a.example.net", "20 b.example.net")
                .address("a.example.net", "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4")
                .address("b.example.net", "192.0.2.5");
        assertThat(mx("example.net")).contains("192.0.2.3").doesNotContain("192.0.2.4");
        assertThat(dns.asked).doesNotContain("A b.example.net");
    }

    @Test
    void asksForNoMoreThanTwiceAsManyHosts() {
        dns.mx("example.net", new MxAnswer.Found(IntStream.range(0, 100)
                .mapToObj(i -> new MailExchanger(i, "mx" + i + ".example.net"))
                .toList()));
        mx("example.net");
        assertThat(dns.asked).hasSize(1 + 6);
    }

    @Test
    void fallsBackToTheAddressOfTheDomainWhereThereIsNoMx() {
        dns.address("example.net", "192.0.2.7");
        assertThat(mx("example.net")).isEqualTo("[example.net [192.0.2.7]:25]");
    }

    @Test
    void passesOverAHostWithoutAddress() {
        dns.mx("example.net", "10 gone.example.net", "20 b.example.net").address("b.example.net", "192.0.2.2");
        assertThat(mx("example.net")).isEqualTo("[b.example.net [192.0.2.2]:25]");
    }

    @Test
    void leavesOutItselfAndWhatIsNotBetter() {
        dns.mx("example.net", "10 a.example.net", "20 Gateway.Example.org", "20 b.example.net", "30 c.example.net")
                .address("a.example.net", "192.0.2.1")
                .address("b.example.net", "192.0.2.2");
        assertThat(mx("example.net")).isEqualTo("[a.example.net [192.0.2.1]:25]");
    }

    @Test
    void failsWhereItWouldSendToItself() {
        dns.mx("example.net", "10 gateway.example.org", "20 b.example.net");
        assertThat(mx("example.net")).startsWith("550 5.4.6");
    }

    @Test
    void knowsItselfByAnotherName() {
        dns.mx("example.net", "10 a.example.net", "20 TWIN.example.org", "30 c.example.net")
                .address("a.example.net", "192.0.2.1");
        assertThat(mx("example.net")).isEqualTo("[a.example.net [192.0.2.1]:25]");
        assertThat(dns.asked).doesNotContain("A c.example.net");
    }

    @Test
    void knowsItselfByItsAddress() {
        dns.mx("example.net", "10 a.example.net", "20 b.example.net", "20 alias.example.net", "30 c.example.net")
                .address("a.example.net", "192.0.2.1")
                .address("b.example.net", "192.0.2.2")
                .address("alias.example.net", "2001:db8::99", "192.0.2.99")
                .address("c.example.net", "192.0.2.3");
        assertThat(mx("example.net")).isEqualTo("[a.example.net [192.0.2.1]:25]");
    }

    @Test
    void failsWhereADomainWithoutMxLeadsToItself() {
        dns.address("example.net", "192.0.2.99");
        assertThat(mx("example.net")).startsWith("550 5.4.6");
        assertThat(mx("[192.0.2.99]")).startsWith("550 5.4.6");
    }

    @Test
    void defersWhereABetterHostThanItselfMayBeFoundLater() {
        dns.mx("example.net", "10 a.example.net", "20 gateway.example.org")
                .address("a.example.net", new Temporary("time-out"));
        assertThat(mx("example.net")).startsWith("451 4.4.3");
    }

    @Test
    void leavesOutWhatIsAsGoodAsItselfThoughNobodyKnowsItsAddressNow() {
        dns.mx("example.net", "20 a.example.net", "20 alias.example.net")
                .address("a.example.net", new Temporary("time-out"))
                .address("alias.example.net", "192.0.2.99");
        assertThat(mx("example.net")).startsWith("550 5.4.6");
    }

    @Test
    void takesWorseHostsWhereABetterOneIsNotKnownNow() {
        dns.mx("example.net", "10 a.example.net", "20 b.example.net")
                .address("a.example.net", new Temporary("SERVFAIL"))
                .address("b.example.net", "192.0.2.2");
        assertThat(mx("example.net")).isEqualTo("[b.example.net [192.0.2.2]:25]");
    }

    @Test
    void findsHostsThatHaveIpv6Alone() {
        dns.mx("example.net", "10 a.example.net").address("a.example.net", "2001:db8::1", "2001:db8::2");
        assertThat(mx("example.net")).isEqualTo(
                "[a.example.net [2001:db8:0:0:0:0:0:1]:25, a.example.net [2001:db8:0:0:0:0:0:2]:25]");
    }

    @Test
    void triesAnAddressOnceThoughTwoHostsHaveIt() {
        dns.mx("example.net", "10 a.example.net", "20 b.example.net", "30 c.example.net")
                .address("a.example.net", "192.0.2.1")
                .address("b.example.net", "192.0.2.1")
                .address("c.example.net", "192.0.2.3");
        assertThat(mx("example.net")).isEqualTo("[a.example.net [192.0.2.1]:25, c.example.net [192.0.2.3]:25]");
    }

    @Test
    void passesOverAddressesThatNobodyCanHave() {
        dns.mx("example.net", "10 a.example.net").address("a.example.net", "0.0.0.0", "224.0.0.1", "::");
        assertThat(mx("example.net")).startsWith("550 5.4.4");
        dns.address("misled.example.org", "0.0.0.0");
        assertThat(host("misled.example.org")).startsWith("451 4.4.3");
    }

    @Test
    void asksAllOfOnePreferenceThoughTheFirstHasAddressesEnough() {
        dns.mx("example.net", "10 a.example.net", "10 alias.example.net")
                .address("a.example.net", "192.0.2.1", "192.0.2.2", "192.0.2.3")
                .address("alias.example.net", "192.0.2.99");
        assertThat(mx("example.net")).startsWith("550 5.4.6");
    }

    @Test
    void failsOnNullMx() {
        dns.mx("example.net", new MxAnswer.NullMx());
        assertThat(mx("example.net")).startsWith("556 5.1.10");
    }

    @Test
    void failsWhereTheDomainDoesNotExist() {
        assertThat(mx("example.net")).startsWith("550 5.1.2");
    }

    @Test
    void failsWhereNoHostHasAnAddress() {
        dns.mx("example.net", "10 a.example.net").address("a.example.net", new NoData());
        assertThat(mx("example.net")).startsWith("550 5.4.4");
    }

    @Test
    void defersWhereNobodyKnows() {
        dns.mx("example.net", new Temporary("SERVFAIL"));
        assertThat(mx("example.net")).isEqualTo("451 4.4.3 looking up example.net failed: SERVFAIL");
    }

    @Test
    void defersWhereAnAddressMayBeKnownLater() {
        dns.mx("example.net", "10 a.example.net", "20 gone.example.net")
                .address("a.example.net", new Temporary("time-out"));
        assertThat(mx("example.net")).startsWith("451 4.4.3");
    }

    @Test
    void asksForAHandfulOfHostsWhereNobodyTellsTheirAddresses() {
        dns.mx("example.net", IntStream.range(0, 40).mapToObj(i -> i + " mx" + i).toArray(String[]::new));
        IntStream.range(0, 40).forEach(i -> dns.address("mx" + i, new Temporary("time-out")));
        HostFinder patient = new HostFinder(dns, new Random(1), health, new HostFinder.Settings(own, 25, 20));
        assertThat(told(patient.find(Mail.EXAMPLE))).startsWith("451 4.4.3");
        assertThat(dns.asked).hasSize(1 + 5);
    }

    @Test
    void takesAnAddressLiteralAtItsWord() {
        assertThat(mx("[192.0.2.9]")).isEqualTo("[[192.0.2.9] [192.0.2.9]:25]");
        assertThat(mx("[IPv6:2001:db8::9]")).contains("2001:db8:0:0:0:0:0:9");
        assertThat(mx("[example]")).startsWith("550 5.1.2");
        assertThat(dns.asked).isEmpty();
    }

    @Test
    void findsANamedHostByItsAddressAlone() {
        dns.address("relay.example.org", "192.0.2.3");
        assertThat(host("relay.example.org")).isEqualTo("[relay.example.org [192.0.2.3]:2525]");
        assertThat(host("127.0.0.1")).isEqualTo("[127.0.0.1 [127.0.0.1]:2525]");
        assertThat(dns.asked).containsExactly("A relay.example.org");
    }

    @Test
    void neverFailsMailForAHostThatARouteMisnames() {
        dns.address("empty.example.org", new NoData());
        assertThat(host("no.example.org")).startsWith("451 4.4.3");
        assertThat(host("empty.example.org")).startsWith("451 4.4.3");
    }

    private List<String> smart(String hosts) {
        return finder.find(
                new Destination.Smart(SmartHosts.parse(hosts))) instanceof TargetHosts.Found(List<NextServer> servers)
                        ? servers.stream().map(server -> server.name() + ":" + server.port()).toList()
                        : List.of();
    }

    private void threeHosts() {
        dns.address("a.example", "192.0.2.1").address("b.example", "192.0.2.2").address("c.example", "192.0.2.3");
    }

    @Test
    void triesSmartHostsByRank() {
        threeHosts();
        assertThat(smart("b.example:26;a.example;c.example")).containsExactly("b.example:26", "a.example:25",
                "c.example:25");
    }

    @Test
    void triesSmartHostsOfOneRankByWeight() {
        threeHosts();
        int first = 0;
        for (int i = 0; i < 1000; i++) {
            first += smart("a.example*3,b.example").getFirst().startsWith("a") ? 1 : 0;
        }
        assertThat(first).isBetween(650, 850);
    }

    @Test
    void triesSmartHostsLastThatCouldNotBeReached() {
        threeHosts();
        NextServer ill = new NextServer("A.example", InetAddress.ofLiteral("192.0.2.1"), 25);
        health.failed(ill);
        assertThat(smart("a.example;b.example;a.example:26")).containsExactly("b.example:25", "a.example:26",
                "a.example:25");
        health.reached(ill);
        assertThat(smart("a.example;b.example")).containsExactly("a.example:25", "b.example:25");
    }

    @Test
    void doesWithoutSmartHostsThatNobodyKnows() {
        dns.address("b.example", "192.0.2.2").address("slow.example", new Temporary("time-out"));
        assertThat(smart("no.example;slow.example;b.example")).containsExactly("b.example:25");
        assertThat(told(finder.find(new Destination.Smart(SmartHosts.parse("no.example;slow.example")))))
                .startsWith("451 4.4.3");
    }
}
