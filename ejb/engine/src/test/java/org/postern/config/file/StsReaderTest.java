package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.delivery.sts.PublishedPolicy;
import org.postern.delivery.sts.StsPolicy.Mode;
import org.postern.mail.Domain;

import java.time.Duration;
import java.util.List;

class StsReaderTest {
    private static Reading read(String text) {
        return new ConfigurationReader(Overrides.none()).read("gw.toml", text);
    }

    private static List<PublishedPolicy> policies(String text) {
        return ((Reading.Valid) read(text)).configuration().stsPolicies();
    }

    private static List<String> problems(String text) {
        return ((Reading.Invalid) read(text)).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsPolicies() {
        assertThat(policies("""
                [[mta-sts]]
                domains = ["a.example", "B.example"]
                mode = "testing"
                [[mta-sts]]
                domains = ["c.example"]
                mode = "enforce"
                mx = ["MX.elsewhere.example", "*.d.example"]
                max-age = "30d"
                """)).containsExactly(
                new PublishedPolicy(List.of(new Domain("a.example"), new Domain("B.example")), Mode.TESTING, List.of(),
                        Duration.ofDays(7)),
                new PublishedPolicy(List.of(new Domain("c.example")), Mode.ENFORCE,
                        List.of("mx.elsewhere.example", "*.d.example"), Duration.ofDays(30)));
    }

    @Test
    void nobodyEnforcesWhatHisOwnCertificateDoesNotMeet() {
        String enforce = "[[mta-sts]]\ndomains = [\"a.example\"]\nmode = \"enforce\"\n";
        String refusal = ":1: enforce, and clients are shown a certificate that we made ourselves:"
                + " senders would keep their mail; set tls.certificate first, or be content with testing";
        assertThat(problems(enforce)).containsExactly("gw.toml:3" + refusal);
        assertThat(problems("gateway.name = \"MX.example\"\n" + enforce + "mx = [\"mx.example\"]"))
                .containsExactly("gw.toml:4" + refusal);
        for (String certificate : List.of("certificate", "keystore", "folder")) {
            assertThat(policies("tls." + certificate + " = \"x\"\n" + enforce)).hasSize(1);
        }
        assertThat(policies("gateway.name = \"gw.example\"\n" + enforce + "mx = [\"mx.example\"]")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongAndInWhichLine() {
        assertThat(problems("""
                [[mta-sts]]
                domains = ["a.example", "a..example"]
                mode = "testing"
                [[mta-sts]]
                domains = ["b.example", "B.example"]
                mode = "none"
                max-age = "12h"
                [[mta-sts]]
                domains = ["c.example"]
                mode = "strict"
                mx = ["mx.*.example"]
                [[mta-sts]]
                domains = ["d.example"]
                """)).containsExactly("gw.toml:2:1: not a domain name: a..example",
                "gw.toml:5:1: B.example has a policy already",
                "gw.toml:7:1: 12h is not within 1d to 365d",
                "gw.toml:11:1: a host, or *. and a domain; not mx.*.example",
                "gw.toml:12:1: mode is missing");
    }
}
