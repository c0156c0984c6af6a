package org.postern.net.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.DaneUse;
import org.postern.dns.SecureAnswer.Insecure;
import org.postern.dns.SecureAnswer.Secure;
import org.postern.dns.SecureAnswer.Unsure;
import org.postern.dns.TlsaRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

class ValidatingDnsTest {
    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    private Path folder;
    private final ZoneSigner root = new ZoneSigner();
    private NameServer server;
    private ValidatingDns dns;

    @BeforeEach
    void start() throws IOException {
        server = new NameServer(root);
        server.knows("signed.example MX 10 mx.signed.example.")
                .knows("mx.signed.example A 192.0.2.1")
                .knows("alias.example CNAME mx.signed.example.")
                .knows("_25._tcp.mx.signed.example TLSA 3 1 1 " + DIGEST)
                .knows("plain.example MX 10 mx.plain.example.");
        dns = validating(server, DaneUse.ON);
    }

    private ValidatingDns validating(NameServer asked, DaneUse use) throws IOException {
        Path anchors = Files.writeString(folder.resolve("anchors"), root.anchors());
        return new ValidatingDns(new NameServers(List.of(asked.address()), Duration.ofSeconds(2)), use,
                Optional.of(anchors), InstantSource.system());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static Name name(String text) throws IOException {
        return Name.fromString(text, Name.root);
    }

    @Test
    void believesWhatIsSignedFromTheRootOn() {
        assertThat(dns.exchangers("signed.example")).isEqualTo(new Secure<>(List.of("mx.signed.example")));
        assertThat(dns.addressed("mx.signed.example")).isEqualTo(new Secure<>(List.of("mx.signed.example")));
        assertThat(dns.tlsa(25, "mx.signed.example"))
                .isEqualTo(new Secure<>(List.of(new TlsaRecord(TlsaRecord.DANE_EE, 1, 1, DIGEST))));
    }

    @Test
    void believesThatThereIsNothingWhereThatIsSigned() {
        assertThat(dns.exchangers("other.example")).isEqualTo(new Secure<>(List.of()));
        assertThat(dns.tlsa(25, "other.example")).isEqualTo(new Secure<>(List.of()));
    }

    @Test
    void saysWhereAliasesLead() {
        assertThat(dns.addressed("alias.example")).isEqualTo(new Secure<>(List.of("mx.signed.example")));
    }

    @Test
    void knowsASignedAliasWhoseTargetNobodySigns() throws IOException {
        server.knows("out.signed.example CNAME mx.plain.example.").knows("mx.plain.example A 192.0.2.2");
        root.delegates(name("plain.example"));
        assertThat(dns.addressed("out.signed.example")).isEqualTo(new Insecure<>());
        assertThat(dns.alias("out.signed.example")).isEqualTo(new Secure<>(List.of("mx.plain.example")));
        assertThat(dns.alias("mx.signed.example")).isEqualTo(new Secure<>(List.of()));
        assertThat(dns.alias("mx.plain.example")).isEqualTo(new Insecure<>());
    }

    @Test
    void tellsWhereNobodySigns() throws IOException {
        root.delegates(name("plain.example"));
        assertThat(dns.exchangers("plain.example")).isEqualTo(new Insecure<>());
        assertThat(dns.tlsa(25, "mx.plain.example")).isEqualTo(new Insecure<>());
    }

    @Test
    void isNotSureOfWhatIsSignedWrongly() throws IOException {
        root.signsWrongly(name("_25._tcp.mx.signed.example"));
        assertThat(dns.tlsa(25, "mx.signed.example")).isInstanceOf(Unsure.class);
    }

    @Test
    void isNotSureOfSignaturesWhoseTimeIsOver() {
        root.signsTooLate();
        assertThat(dns.exchangers("signed.example")).isInstanceOf(Unsure.class);
    }

    @Test
    void isNotSureWithoutAnAnswer() throws IOException {
        server.fails("signed.example", Rcode.SERVFAIL);
        assertThat(dns.exchangers("signed.example")).isInstanceOf(Unsure.class);
    }

    @Test
    void believesNoServerThatSaysItHasValidated() throws IOException {
        root.delegates(name("plain.example"));
        server.vouchesForEverything();
        assertThat(dns.exchangers("plain.example")).isEqualTo(new Insecure<>());
    }

    @Test
    void isSureOfNothingWhereSignaturesAreTakenAway() throws IOException {
        try (NameServer stripping = new NameServer()) {
            stripping.knows("signed.example MX 10 mx.signed.example.");
            assertThat(validating(stripping, DaneUse.ON).exchangers("signed.example")).isInstanceOf(Unsure.class);
        }
    }

    @Test
    void restsByItselfWhereServersHandOnNoSignatures() throws IOException {
        try (NameServer stripping = new NameServer()) {
            stripping.knows("signed.example MX 10 mx.signed.example.");
            assertThat(validating(stripping, DaneUse.AUTO).exchangers("signed.example")).isEqualTo(new Insecure<>());
        }
        assertThat(validating(server, DaneUse.AUTO).exchangers("signed.example")).isInstanceOf(Secure.class);
    }

    @Test
    void keepsAnAnswer() {
        dns.exchangers("signed.example");
        int asked = server.asked.size();
        dns.exchangers("signed.example");
        assertThat(server.asked).hasSize(asked);
    }

    @Test
    void asksNotForEver() throws IOException {
        String deep = "a.".repeat(110) + "example";
        root.delegates(name(deep));
        server.knows(deep + " MX 10 mx.example.");
        assertThat(dns.exchangers(deep)).isInstanceOf(Unsure.class);
        assertThat(server.asked).hasSizeLessThan(120);
    }

    @Test
    void refusesAnchorsThatAreNone() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing"), "; no anchor\n");
        NameServers servers = new NameServers(List.of(server.address()), Duration.ofSeconds(2));
        assertThatThrownBy(() -> new ValidatingDns(servers, DaneUse.ON, Optional.of(nothing), InstantSource.system()))
                .hasMessageContaining("delivery.dane-anchors");
    }

    @Test
    void trustsTheRootOfTheInternetOtherwise() {
        NameServers servers = new NameServers(List.of(server.address()), Duration.ofSeconds(2));
        ValidatingDns usual = new ValidatingDns(servers, DaneUse.ON, Optional.empty(), InstantSource.system());
        assertThat(usual.exchangers("signed.example")).isInstanceOf(Unsure.class);
    }
}
