package org.postern.net.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.hosts.HostsFileParser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class DnsJavaMailDnsTest {
    @TempDir
    private Path folder;
    private final NameServer server = new NameServer();
    private final DnsJavaMailDns dns = new DnsJavaMailDns(
            new NameServers(List.of(server.address()), Duration.ofSeconds(2)));

    DnsJavaMailDnsTest() throws IOException {
        // for the server, which opens a socket
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private MxAnswer mx(String domain) {
        return dns.mx(new Domain(domain));
    }

    @Test
    void findsExchangers() throws IOException {
        server.knows("example.net MX 10 mx1.example.net.").knows("example.net MX 20 mx2.example.net.");
        assertThat(((MxAnswer.Found) mx("Example.NET")).exchangers()).containsExactlyInAnyOrder(
                new MailExchanger(10, "mx1.example.net"), new MailExchanger(20, "mx2.example.net"));
    }

    @Test
    void knowsNullMx() throws IOException {
        server.knows("example.net MX 0 .");
        assertThat(mx("example.net")).isInstanceOf(MxAnswer.NullMx.class);
    }

    @Test
    void tellsNoDataFromNoSuchDomain() throws IOException {
        server.knows("example.net A 192.0.2.1");
        assertThat(mx("example.net")).isInstanceOf(NoData.class);
        assertThat(mx("no.example.net")).isInstanceOf(NoSuchDomain.class);
    }

    @Test
    void doesNotKnowOnServfail() {
        server.fails("example.net", Rcode.SERVFAIL);
        assertThat(mx("example.net")).isInstanceOf(Temporary.class);
    }

    @Test
    void doesNotKnowOnRefused() {
        server.fails("example.net", Rcode.REFUSED);
        assertThat(mx("example.net")).isInstanceOf(Temporary.class);
    }

    @Test
    void doesNotKnowOnSilence() {
        server.saysNothing();
        DnsJavaMailDns hasty = new DnsJavaMailDns(
                new NameServers(List.of(server.address()), Duration.ofMillis(50)));
        assertThat(hasty.mx(new Domain("example.net"))).isInstanceOf(Temporary.class);
    }

    @Test
    void asksTheNextServerWhenOneDoesNotAnswer() throws IOException {
        server.knows("example.net MX 10 mx1.example.net.");
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9);
        DnsJavaMailDns two = new DnsJavaMailDns(
                new NameServers(List.of(nobody, server.address()), Duration.ofSeconds(2)));
        assertThat(two.mx(new Domain("example.net"))).isInstanceOf(MxAnswer.Found.class);
    }

    @Test
    void findsAddressesOfBothFamilies() throws IOException {
        server.knows("mx.example.net A 192.0.2.1").knows("mx.example.net AAAA 2001:db8::1");
        assertThat(((AddressAnswer.Found) dns.addresses("mx.example.net")).addresses()).containsExactlyInAnyOrder(
                InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("2001:db8::1"));
    }

    @Test
    void isContentWithOneFamily() throws IOException {
        server.knows("mx.example.net AAAA 2001:db8::1");
        assertThat(dns.addresses("mx.example.net")).isInstanceOf(AddressAnswer.Found.class);
    }

    @Test
    void tellsWhichFamilyHasNone() throws IOException {
        server.knows("mx.example.net AAAA 2001:db8::1");
        assertThat(dns.ipv6("mx.example.net")).isInstanceOf(AddressAnswer.Found.class);
        assertThat(dns.ipv4("mx.example.net")).isInstanceOf(NoData.class);
    }

    @Test
    void followsAliases() throws IOException {
        server.knows("mx.example.net CNAME host.example.net.").knows("host.example.net A 192.0.2.1");
        assertThat(dns.addresses("mx.example.net")).isInstanceOf(AddressAnswer.Found.class);
    }

    @Test
    void followsTheAliasThatADomainIs() throws IOException {
        server.knows("example.net CNAME example.org.").knows("example.org MX 10 mx.example.org.");
        assertThat(mx("example.net"))
                .isEqualTo(new MxAnswer.Found(List.of(new MailExchanger(10, "mx.example.org"))));
    }

    @Test
    void doesNotKnowWhereAnAliasLeadsBackToItself() throws IOException {
        server.knows("example.net CNAME www.example.net.").knows("www.example.net CNAME example.net.");
        assertThat(mx("example.net")).isInstanceOf(Temporary.class);
    }

    @Test
    void findsTheNamesOfAnAddress() throws IOException {
        server.knows("1.2.0.192.in-addr.arpa PTR mx.example.net.");
        assertThat(dns.names(InetAddress.ofLiteral("192.0.2.1")))
                .isEqualTo(new NameAnswer.Found(List.of("mx.example.net")));
    }

    @Test
    void asksOnceWhatItMayRemember() throws IOException {
        server.knows("example.net MX 10 mx1.example.net.");
        mx("example.net");
        mx("example.net");
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void comesAgainByTcpWhenTheAnswerIsTooLong() throws IOException {
        server.knows("example.net MX 10 mx1.example.net.").truncates();
        assertThat(mx("example.net")).isInstanceOf(MxAnswer.Found.class);
    }

    @Test
    void passesOverAnswersOfAnotherId() throws IOException {
        server.knows("example.net MX 10 mx1.example.net.").isBesetByForgers();
        assertThat(mx("example.net")).isInstanceOf(MxAnswer.Found.class);
    }

    @Test
    void theHostsFileCountsForDeliveryAndForNoSender() throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts"),
                "192.0.2.7 sender.example\n2001:db8::7 sender.example\n");
        DnsJavaMailDns own = new DnsJavaMailDns(new NameServers(List.of(server.address()), Duration.ofSeconds(2)),
                new HostsFileParser(hosts));
        assertThat(own.addresses("sender.example")).isInstanceOf(AddressAnswer.Found.class);
        assertThat(own.ipv4("sender.example")).isInstanceOf(NoSuchDomain.class);
        assertThat(own.ipv6("sender.example")).isInstanceOf(NoSuchDomain.class);
    }

    @Test
    void believesNothingThatItDidNotAskFor() throws IOException {
        server.knows("sender.example A 192.0.2.1")
                .knows("other.example A 192.0.2.2")
                .slips(
                        "other.example A 203.0.113.6");
        assertThat(dns.ipv4("sender.example"))
                .isEqualTo(new AddressAnswer.Found(List.of(InetAddress.ofLiteral("192.0.2.1"))));
        assertThat(dns.ipv4("third.example")).isInstanceOf(NoSuchDomain.class);
        int asked = server.asked.size();
        dns.ipv4("other.example");
        assertThat(server.asked).as("it is not remembered either").hasSize(asked + 1);
    }

    @Test
    void putsTheStringsOfATextTogether() throws IOException {
        server.knows("sender.example TXT \"v=spf1 ip4:\" \"192.0.2.5 -all\" \"\\200\"");
        assertThat(dns.texts("sender.example"))
                .isEqualTo(new TextAnswer.Found(List.of("v=spf1 ip4:192.0.2.5 -all\u00c8")));
    }

    @Test
    void readsAnswersAsLongAsThereCanBe() throws IOException {
        String text = "x".repeat(250);
        for (int i = 0; i < 240; i++) {
            server.knows("sender.example TXT \"" + i + text + "\"");
        }
        assertThat(((TextAnswer.Found) dns.texts("sender.example")).texts()).hasSize(240);
        int asked = server.asked.size();
        dns.texts("sender.example");
        assertThat(server.asked).as("what is that long is not kept").hasSizeGreaterThan(asked);
    }

    @Test
    void givesUpOnAnAnswerThatComesAnOctetAtATime() throws IOException {
        server.knows("example.net MX 10 mx1.example.net.").truncates();
        server.dribbles();
        DnsJavaMailDns hasty = new DnsJavaMailDns(
                new NameServers(List.of(server.address()), Duration.ofMillis(100)));
        assertThat(hasty.mx(new Domain("example.net"))).isInstanceOf(Temporary.class);
    }

    @Test
    void takesAnImpossibleNameForNone() {
        assertThat(mx("a..example")).isInstanceOf(NoSuchDomain.class);
    }
}
