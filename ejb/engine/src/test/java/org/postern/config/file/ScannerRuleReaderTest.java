package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.config.rule.ScannerRule.Limits;
import org.postern.config.rule.ScannerRule.Options;
import org.postern.config.rule.ScannerRule.WhenAbsent;
import org.postern.config.rule.ScannerRule.WhenLarger;
import org.postern.config.rule.Secret;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ScannerRuleReaderTest {
    private static final ConfigurationReader READER = new ConfigurationReader(Overrides.none());

    private static List<ScannerRule> valid(String text) {
        Reading reading = READER.read("gw.toml", text);
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) reading).configuration().scanners();
    }

    private static List<String> problems(String text) {
        Reading reading = READER.read("gw.toml", text);
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        return ((Reading.Invalid) reading).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aScannerIsAFewLines() {
        assertThat(valid("""
                [[scanner]]
                name = "clamd"
                kind = "clamd"
                address = "unix:/run/clamav/clamd.ctl"
                [[scanner]]
                name = "opendkim"
                kind = "milter"
                address = "[::1]:8891"
                """)).containsExactly(
                new ScannerRule("clamd", Kind.CLAMD, ScannerAddress.parse("unix:/run/clamav/clamd.ctl"),
                        new Limits(Duration.ofSeconds(10), 25L << 20, 20, WhenAbsent.DEFER, WhenLarger.PASS),
                        Options.USUAL),
                new ScannerRule("opendkim", Kind.MILTER, ScannerAddress.parse("[::1]:8891"), Kind.MILTER.usual(),
                        Options.USUAL));
    }

    @Test
    void allOfItMayBeSaid() {
        assertThat(valid("""
                [[scanner]]
                name = "rspamd-2"
                kind = "rspamd"
                address = "Filter.example.net:11333"
                time-limit = "2s"
                size-limit = "1M"
                concurrency = "5"
                when-absent = "defer"
                when-larger = "absent"
                factor = "0.5"
                password = "env:RSPAMD"
                """)).containsExactly(
                new ScannerRule("rspamd-2", Kind.RSPAMD, ScannerAddress.parse("filter.example.net:11333"),
                        new Limits(Duration.ofSeconds(2), 1L << 20, 5, WhenAbsent.DEFER, WhenLarger.ABSENT),
                        new Options(20, 0.5, Optional.empty(), Optional.of(new Secret.Variable("RSPAMD")))));
    }

    @Test
    void eachMistakeIsToldWithItsLine() {
        assertThat(problems("""
                [[scanner]]
                name = "Clam D"
                kind = "clam"
                address = "127.0.0.1"
                [[scanner]]
                name = "a"
                kind = "clamd"
                address = "unix:run/clamd"
                time-limit = "1m"
                size-limit = "1"
                concurrency = "0"
                when-absent = "wait"
                weight = "-1"
                factor = "2"
                user = "a"
                password = "env:A"
                port = "1"
                [[scanner]]
                name = "a"
                kind = "rspamd"
                address = "127.0.0.1:11333"
                """)).extracting(problem -> problem.replaceFirst("(gw.toml:\\d+).*", "$1"))
                .containsExactly("gw.toml:2", "gw.toml:3", "gw.toml:4", "gw.toml:8", "gw.toml:9", "gw.toml:10",
                        "gw.toml:11", "gw.toml:12", "gw.toml:13", "gw.toml:14", "gw.toml:15", "gw.toml:16",
                        "gw.toml:17",
                        "gw.toml:19");
    }

    @Test
    void saysWhatWouldBeRight() {
        assertThat(problems("""
                [[scanner]]
                name = "a"
                kind = "rspamd"
                address = "unix:/run/rspamd.sock"
                [[scanner]]
                name = "b"
                kind = "milter"
                address = "localhost"
                [[scanner]]
                name = "c"
                kind = "clamd"
                address = "unix:/%s"
                factor = "1"
                [[scanner]]
                name = "d"
                kind = "rspamd"
                address = "my_filter:11333"
                """.formatted("a".repeat(107)))).containsExactly(
                "gw.toml:3:1: rspamd is spoken to by host:port alone",
                "gw.toml:8:1: host:port or unix:/path, not localhost: a port is 1 to 65535, not 0",
                "gw.toml:12:1: the path of a socket has at most 107 octets",
                "gw.toml:13:1: factor is nothing for clamd",
                "gw.toml:16:1: HTTP knows no host of this name: my_filter:11333");
    }

    @Test
    void thereIsAnEnd() {
        String many = IntStream.rangeClosed(0, ScannerRule.MOST)
                .mapToObj(i -> "[[scanner]]\nname = \"a%s\"\nkind = \"clamd\"\naddress = \"a:1\"\n".formatted(i))
                .collect(Collectors.joining());
        assertThat(problems(many)).singleElement().asString().contains("at most 20 scanners");
    }
}
