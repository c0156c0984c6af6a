package org.postern.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;

import java.net.InetAddress;
import java.time.InstantSource;

/** The examples of RFC 7208, 7.4: the sender strong-bad@email.example.com sends from 192.0.2.3, or from 2001:db8::cb01. */
class MacrosTest {
    private final Zone zone = new Zone();

    private String asked(String spec, String client) {
        zone.knows("email.example.com", "TXT", "v=spf1 exists:" + spec);
        ReversePath sender = ReversePath.of(new Mailbox("strong-bad", new Domain("email.example.com")));
        new Spf(zone, InstantSource.system(), "mx.example.org")
                .check(SpfQuestion.mailFrom(InetAddress.ofLiteral(client), "mail.example.com", sender));
        return zone.asked.getLast();
    }

    @ParameterizedTest
    @CsvSource({"%{o}, email.example.com", "%{d}, email.example.com", "%{d4}, email.example.com",
            "%{d3}, email.example.com", "%{d2}, example.com", "%{d1}, com", "%{dr}, com.example.email",
            "%{d2r}, example.email", "%{l}.x.example, strong-bad.x.example", "%{l-}.x.example, strong.bad.x.example",
            "%{lr}.x.example, strong-bad.x.example", "%{lr-}.x.example, bad.strong.x.example",
            "%{l1r-}.x.example, strong.x.example", "%{ir}.%{v}._spf.%{d2}, 3.2.0.192.in-addr._spf.example.com",
            "%{lr-}.lp._spf.%{d2}, bad.strong.lp._spf.example.com",
            "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}, bad.strong.lp.3.2.0.192.in-addr._spf.example.com",
            "%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}, 3.2.0.192.in-addr.strong.lp._spf.example.com",
            "%{d2}.trusted-domains.example.net, example.com.trusted-domains.example.net",
            "%{S}.example, strong-bad%40email.example.com.example", "%{d128}, email.example.com",
            "%{d999999999999}, email.example.com"})
    void areExpandedAsTheExamplesSay(String spec, String name) {
        assertThat(asked(spec, "192.0.2.3")).isEqualTo("A " + name);
    }

    @ParameterizedTest
    @CsvSource({"%{ir}.%{v}._spf.%{d2}, "
            + "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com"})
    void areExpandedForIpv6AsTheExampleSays(String spec, String name) {
        assertThat(asked(spec, "2001:db8::cb01")).isEqualToIgnoringCase("A " + name);
    }

    @ParameterizedTest
    @CsvSource({"%{d0}", "%{}", "%{d", "%", "%a", "%{d!}", "%{z}", "%{d2rr}", "%{c}", "%{r}", "%{t}", "%{d}com",
            "%{d}.c-", "%{d}.1"})
    void areRefusedWhereTheyAreWrong(String spec) {
        assertThat(asked(spec, "192.0.2.3")).isEqualTo("TXT email.example.com");
    }

    @ParameterizedTest
    @CsvSource({"2001:db8::cb01, 2001:db8::cb01", "::, ::", "::1, ::1", "1:0:0:2:0:0:0:3, 1:0:0:2::3",
            "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7", "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::", "192.0.2.3, 192.0.2.3"})
    void showAddressesAsPeopleWriteThem(String client, String text) {
        assertThat(AddressText.readable(InetAddress.ofLiteral(client))).isEqualTo(text);
    }
}
