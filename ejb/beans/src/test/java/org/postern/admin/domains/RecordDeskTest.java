package org.postern.admin.domains;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.GatewayName;
import org.postern.config.Settings;
import org.postern.delivery.sts.OwnPolicies;
import org.postern.delivery.sts.PublishedPolicy;
import org.postern.delivery.sts.StsPolicy.Mode;
import org.postern.dns.FreshDns;
import org.postern.dns.MailExchanger;
import org.postern.mail.Domain;
import org.postern.signing.SealFile;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a domain ought to publish, and what it does. */
class RecordDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final GatewayName GATEWAY = new GatewayName(new Domain("GW.example"));
    private final List<PublishedPolicy> policies = new ArrayList<>();
    private final SpokenDns dns = new SpokenDns();
    private final KeysInMemory store = new KeysInMemory();
    @TempDir
    private Path folder;

    private List<DomainRecord> records(String domain) {
        DnsLooks fresh = new DnsLooks(new FreshDns(() -> dns));
        KeyDesk keys = new KeyDesk(store,
                new NewKeys(store, new SealFile(folder.resolve("seal"), new Random(1)), () -> NOW, new Random(2)),
                fresh, new Settings(SettingsCatalogue.ALL, Map.of()), () -> NOW);
        keys.make("a.example", "ann");
        return new RecordDesk(keys, fresh, GATEWAY, new OwnPolicies(policies, GATEWAY),
                () -> NOW).of(domain);
    }

    private List<String> states() {
        return records("a.example").stream()
                .filter(line -> !line.name().contains("_domainkey"))
                .map(line -> line.name() + " " + line.now().state())
                .toList();
    }

    @Test
    void whatIsMissingIsSuggested() {
        assertThat(states()).hasSize(5).allMatch(line -> line.endsWith(" MISSING"));
        assertThat(records("a.example")).extracting(line -> line.type() + " " + line.value())
                .contains("MX 10 gw.example.", "TXT \"v=spf1 mx a:gw.example -all\"",
                        "TXT \"v=DMARC1; p=none; rua=mailto:postmaster@a.example\"", "TXT \"v=STSv1; id=202603011200\"",
                        "TXT \"v=TLSRPTv1; rua=mailto:postmaster@a.example\"")
                .anyMatch(line -> line.startsWith("TXT \"v=DKIM1; k=rsa;"));
    }

    @Test
    void whatIsThereIsSeenHoweverItIsPut() {
        dns.exchangers.put("a.example", List.of(new MailExchanger(5, "Gw.Example"), new MailExchanger(9, "x.example")));
        dns.addresses.put("gw.example", InetAddress.ofLiteral("192.0.2.1"));
        dns.text("a.example", "v=spf1 ip4:192.0.2.0/24 ~all").text("a.example", "google-site-verification=1");
        dns.text("_dmarc.a.example", "v=DMARC1;p=reject").text("_mta-sts.a.example", "v=STSv1; id=1;");
        dns.text("_smtp._tls.a.example", "v=TLSRPTv1; rua=mailto:x@a.example");
        assertThat(states()).hasSize(5).allMatch(line -> line.endsWith(" THERE"));
        assertThat(records("b.example")).noneMatch(line -> line.name().contains("_domainkey"));
    }

    @Test
    void whatLeadsElsewhereDiffers() {
        dns.exchangers.put("a.example", List.of(new MailExchanger(9, "x.gw.example")));
        dns.addresses.put("gw.example", InetAddress.ofLiteral("192.0.2.1"));
        dns.text("a.example", "v=spf1 ip4:198.51.100.1 -all");
        dns.text("_dmarc.a.example", "v=DMARC1; p=none").text("_dmarc.a.example", "v=DMARC1; p=reject");
        assertThat(states()).startsWith("a.example DIFFERS", "a.example DIFFERS", "_dmarc.a.example DIFFERS");
        assertThat(records("a.example").get(1).now().found()).hasToString("v=spf1 ip4:198.51.100.1 -all");
    }

    private List<DomainRecord> ofPolicy() {
        return records("a.example").stream().filter(line -> line.name().contains("mta-sts")).toList();
    }

    @Test
    void aPolicyThatIsPublishedHereHasItsRecordItsHostAndAllExchangersInIt() {
        policies.add(
                new PublishedPolicy(List.of(new Domain("a.example")), Mode.ENFORCE, List.of(), Duration.ofDays(7)));
        List<DomainRecord> missing = ofPolicy();
        assertThat(missing).extracting(line -> line.name() + " " + line.type() + " " + line.now().state())
                .containsExactly("_mta-sts.a.example TXT MISSING", "mta-sts.a.example CNAME MISSING",
                        "https://mta-sts.a.example/.well-known/mta-sts.txt policy DIFFERS");
        assertThat(missing.getLast().value())
                .isEqualTo("version: STSv1, mode: enforce, mx: gw.example, max_age: 604800");
        dns.text("_mta-sts.a.example", missing.getFirst().value().replace("\"", ""));
        dns.addresses.put("mta-sts.a.example", InetAddress.ofLiteral("192.0.2.1"));
        dns.exchangers.put("a.example", List.of(new MailExchanger(5, "Gw.Example")));
        assertThat(ofPolicy()).allMatch(line -> line.now().state() == Publication.State.THERE);
    }

    @Test
    void aPolicyThatDoesNotNameAnExchangerOrHasAnotherIdDiffers() {
        policies.add(new PublishedPolicy(List.of(new Domain("a.example")), Mode.TESTING, List.of("*.mx.example"),
                Duration.ofDays(7)));
        dns.text("_mta-sts.a.example", "v=STSv1; id=20260301");
        dns.exchangers.put("a.example",
                List.of(new MailExchanger(5, "a.MX.example"), new MailExchanger(9, "mx.example")));
        assertThat(ofPolicy()).extracting(line -> line.now().state() + " " + line.now().found())
                .containsExactly("DIFFERS v=STSv1; id=20260301", "MISSING ",
                        "DIFFERS mx.example is an MX host, and the policy does not name it");
    }

    @Test
    void whatNobodyKnowsIsUnknownAndNothingIsAskedForLong() {
        dns.silent = true;
        assertThat(states()).hasSize(5).allMatch(line -> line.endsWith(" UNKNOWN"));
        assertThat(dns.questions).isEqualTo(2);
        assertThat(records("not a domain")).isEmpty();
    }
}
