package org.postern.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

class TestDnsTest {
    private final TestDns dns = TestDns.start();

    @AfterEach
    void close() {
        dns.close();
    }

    @Test
    void answersWithWhatItWasTold() throws IOException {
        dns.mx("some.example", 10, "mx.some.example").mx("some.example", 20, "mx2.some.example");
        assertThat(ask("some.example", Type.MX).getSection(Section.ANSWER)).extracting(Record::rdataToString)
                .containsExactlyInAnyOrder("10 mx.some.example.", "20 mx2.some.example.");
    }

    @Test
    void tellsAbsentNamesFromAbsentRecords() throws IOException {
        dns.a("host.some.example", "127.0.0.9");
        assertThat(ask("host.some.example", Type.AAAA).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask("some.example", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask("other.example", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void failsWhereItIsToFail() throws IOException {
        dns.serverFailure("broken.example").silence("silent.example");
        assertThat(ask("broken.example", Type.MX).getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThatThrownBy(() -> ask("silent.example", Type.MX)).isInstanceOf(IOException.class);
        assertThat(dns.questions("silent.example")).isPositive();
    }

    @Test
    void answersOverTcpWhatIsTooLongForUdp() throws IOException {
        for (int i = 0; i < 100; i++) {
            dns.mx("long.example", i, "mx" + i + ".long.example");
        }
        assertThat(ask("long.example", Type.MX).getSection(Section.ANSWER)).hasSize(100);
    }

    private Message ask(String name, int type) throws IOException {
        int port = Integer.parseInt(dns.address().substring(dns.address().indexOf(':') + 1));
        SimpleResolver resolver = new SimpleResolver(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        resolver.setTimeout(Duration.ofMillis(500));
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN)));
    }
}
