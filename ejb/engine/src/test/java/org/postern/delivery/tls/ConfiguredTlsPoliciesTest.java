package org.postern.delivery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.TlsPolicy;
import org.postern.config.rule.TlsRule;
import org.postern.delivery.Mail;
import org.postern.delivery.host.NextServer;
import org.postern.mail.Domain;
import org.postern.routing.Destination;
import org.postern.smtp.client.TlsSession;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ConfiguredTlsPoliciesTest {
    private static final NextServer MX = new NextServer("mx.example.net", InetAddress.ofLiteral("192.0.2.1"), 25);

    private static TlsRule rule(String domains, TlsPolicy policy, String... names) {
        return new TlsRule(RecipientPattern.parse(domains), policy, Arrays.asList(names), Optional.empty());
    }

    private static String demanded(Destination destination, TlsRule... rules) {
        TlsPolicies policies = new ConfiguredTlsPolicies(List.of(rules),
                ConfiguredTlsPolicies.usual(TlsPolicy.MAY));
        return ((TlsPolicies.Demanded) policies.decide(destination, MX)).demand().toString();
    }

    private static String demanded(String domain, TlsRule... rules) {
        return demanded(new Destination.MailExchangers(new Domain(domain)), rules);
    }

    @Test
    void asksForWhatIsUsualWhereNoRuleMatches() {
        assertThat(demanded("example.net")).isEqualTo("may");
        assertThat(demanded("example.net", rule("example.org", TlsPolicy.NONE))).isEqualTo("may");
    }

    @Test
    void takesTheFirstRuleThatMatches() {
        assertThat(demanded("a.example.net", rule("b.example.net", TlsPolicy.NONE), rule(".example.net",
                TlsPolicy.ENCRYPT), rule("a.example.net", TlsPolicy.NONE))).isEqualTo("encrypt");
        assertThat(demanded("example.net", rule("*", TlsPolicy.NONE), rule("example.net", TlsPolicy.ENCRYPT)))
                .isEqualTo("none");
    }

    @Test
    void takesADomainForItsSubdomainsOnlyWithADot() {
        assertThat(demanded("example.net", rule(".example.net", TlsPolicy.ENCRYPT))).isEqualTo("may");
        assertThat(demanded("a.b.example.net", rule(".example.net", TlsPolicy.ENCRYPT))).isEqualTo("encrypt");
        assertThat(demanded("notexample.net", rule(".example.net", TlsPolicy.ENCRYPT))).isEqualTo("may");
    }

    @Test
    void knowsAHostThatARouteNames() {
        assertThat(demanded(new Destination.NextHost("Relay.Example.net", 587),
                rule("relay.example.net", TlsPolicy.VERIFY))).isEqualTo("verify");
    }

    @Test
    void verifiesTheServersNameWhereTheRuleHasNone() {
        TlsPolicies policies = new ConfiguredTlsPolicies(List.of(rule("*", TlsPolicy.VERIFY)),
                ConfiguredTlsPolicies.usual(TlsPolicy.MAY));
        assertThat(policies.decide(Mail.EXAMPLE, MX)).isEqualTo(
                new TlsPolicies.Demanded(new TlsDemand.Verify(List.of("mx.example.net"), Optional.empty())));
    }

    @Test
    void wantsASessionAsSafeAsTheDemand() {
        Optional<TlsSession> inTls = Optional.of(new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384", false));
        Optional<TlsSession> verified = Optional.of(new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384", true));
        TlsDemand.Verify verify = new TlsDemand.Verify(List.of("mx.example.net"), Optional.empty());
        TlsDemand.Verify other = new TlsDemand.Verify(List.of("mx.example.net"), Optional.of(Path.of("our.pem")));
        Protection opportunistic = new Protection(new TlsDemand.May(), inTls, Optional.empty(), Optional.empty());
        assertThat(new TlsDemand.Encrypt().isMetBy(opportunistic)).isTrue();
        assertThat(new TlsDemand.Encrypt().isMetBy(Protection.NONE)).isFalse();
        assertThat(new TlsDemand.May().isMetBy(Protection.NONE)).isFalse();
        assertThat(verify.isMetBy(opportunistic)).isFalse();
        assertThat(verify.isMetBy(new Protection(verify, verified, Optional.empty(), Optional.empty()))).isTrue();
        assertThat(verify.isMetBy(new Protection(other, verified, Optional.empty(), Optional.empty()))).isFalse();
    }

    @Test
    void wantsProofOfAHostThatIsToldASecret() {
        Destination relay = new Destination.NextHost("Relay.example", 587);
        TlsPolicies usual = new ConfiguredTlsPolicies(List.of(), TlsPolicy.MAY);
        TlsPolicies encrypted = new ConfiguredTlsPolicies(List.of(rule("relay.example", TlsPolicy.ENCRYPT)),
                TlsPolicy.MAY);
        Set<String> hosts = Set.of("relay.example");
        assertThat(new TlsForLogins(usual, hosts).decide(relay, MX)).hasToString("Demanded[demand=verify]");
        assertThat(new TlsForLogins(encrypted, hosts).decide(relay, MX)).hasToString("Demanded[demand=encrypt]");
        assertThat(new TlsForLogins(usual, hosts).decide(Mail.EXAMPLE, MX)).hasToString("Demanded[demand=may]");
        TlsPolicies useless = (destination, server) -> new TlsPolicies.Demanded(new DaneDemand(
                PublishedPolicy.none("relay.example"), "relay.example", List.of("relay.example"), List.of()));
        assertThat(new TlsForLogins(useless, hosts).decide(relay, MX)).hasToString("Demanded[demand=verify]");
    }
}
