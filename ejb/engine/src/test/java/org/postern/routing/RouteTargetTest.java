package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.config.rule.SmartHosts;

import java.util.List;

class RouteTargetTest {
    @Test
    void readsEachForm() {
        assertThat(RouteTarget.parse("mx")).isEqualTo(new RouteTarget.MailExchangers());
        assertThat(RouteTarget.parse("refuse")).isEqualTo(new RouteTarget.Refuse(""));
        assertThat(RouteTarget.parse("queue:orders.in"))
                .isEqualTo(new RouteTarget.To(new Destination.ApplicationQueue("orders.in")));
        assertThat(RouteTarget.parse("host:mail.example"))
                .isEqualTo(new RouteTarget.To(new Destination.NextHost("mail.example", 25)));
        assertThat(RouteTarget.parse("host:192.0.2.1:2627"))
                .isEqualTo(new RouteTarget.To(new Destination.NextHost("192.0.2.1", 2627)));
        assertThat(RouteTarget.parse("lmtp:store.example"))
                .isEqualTo(new RouteTarget.To(new Destination.LmtpHost("store.example", 24)));
        assertThat(RouteTarget.parse("host:[::1]:26"))
                .isEqualTo(new RouteTarget.To(new Destination.NextHost("::1", 26)));
        assertThat(RouteTarget.parse("host:2001:db8::1"))
                .isEqualTo(new RouteTarget.To(new Destination.NextHost("2001:db8::1", 25)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx", "discard", "refuse", "refuse:550 5.1.6 Moved away", "host:a.example:26",
            "host:[::1]:25", "lmtp:store.example:24", "queue:orders", "topic:orders", "reports", "sink",
            "sink:refuse=100%",
            "smart:a.example:25*3,[::1]:26;c.example:25"})
    void writesWhatItReads(String text) {
        assertThat(RouteTarget.parse(text)).hasToString(text);
    }

    @Test
    void countsWeightsAndRanks() {
        SmartHosts hosts = SmartHosts.parse("a.example*3, b.example;c.example:2525");
        assertThat(hosts.ranks()).containsExactly(
                List.of(new SmartHosts.Host("a.example", 25, 3), new SmartHosts.Host("b.example", 25, 1)),
                List.of(new SmartHosts.Host("c.example", 2525, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MX", "host:", "host:a:0", "host:a:65536", "host:a:b", "host:a b", "host:[::1]x",
            "queue:",
            "queue:a b", "queue:postern.events", "smtp:a", "topic:postern.events", "smart:", "smart:a;", "smart:a*0",
            "smart:a,,b", "smart:a*x", "refuse:a\r\nb", "discard:x", "mx:", "reports:", "reports:x", "sink:x",
            "sink:defer", "sink:defer=20"})
    void refusesWhatLeadsNowhere(String text) {
        assertThatThrownBy(() -> RouteTarget.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHostIsTheSameHoweverItIsWritten() {
        assertThat(RouteTarget.parse("host:Relay.Example:25")).isEqualTo(RouteTarget.parse("host:relay.example"));
    }
}
