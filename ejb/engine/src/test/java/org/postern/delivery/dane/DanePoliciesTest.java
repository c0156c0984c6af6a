package org.postern.delivery.dane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.DaneDemand;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.delivery.tls.TlsPolicies.Decision;
import org.postern.delivery.tls.TlsPolicies.Demanded;
import org.postern.delivery.tls.TlsPolicies.Unusable;
import org.postern.dns.SecureAnswer;
import org.postern.dns.SecureAnswer.Insecure;
import org.postern.dns.SecureAnswer.Secure;
import org.postern.dns.SecureAnswer.Unsure;
import org.postern.dns.SecureDns;
import org.postern.dns.TlsaRecord;
import org.postern.mail.Domain;
import org.postern.routing.Destination;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class DanePoliciesTest {
    private static final Destination EXAMPLE = new Destination.MailExchangers(new Domain("example.net"));
    private static final String DIGEST = "ab".repeat(32);
    private static final TlsaRecord KEY = new TlsaRecord(3, 1, 1, DIGEST);

    private final Zone zone = new Zone();
    private final TlsPolicies policies = new DanePolicies(zone,
            (destination, server) -> new Demanded(new TlsDemand.May()));

    /** A DNS in which nothing is signed but what it was told. */
    private static final class Zone implements SecureDns {
        final Map<String, SecureAnswer<String>> mx = new HashMap<>();
        final Map<String, SecureAnswer<String>> hosts = new HashMap<>();
        final Map<String, SecureAnswer<String>> aliases = new HashMap<>();
        final Map<String, SecureAnswer<TlsaRecord>> tlsa = new HashMap<>();

        @Override
        public SecureAnswer<String> exchangers(String domain) {
            return mx.getOrDefault(domain, new Insecure<>());
        }

        @Override
        public SecureAnswer<String> addressed(String host) {
            return hosts.getOrDefault(host, new Insecure<>());
        }

        @Override
        public SecureAnswer<String> alias(String host) {
            return aliases.getOrDefault(host, new Insecure<>());
        }

        @Override
        public SecureAnswer<TlsaRecord> tlsa(int port, String host) {
            return tlsa.getOrDefault(port + " " + host, new Insecure<>());
        }

        Zone signed(TlsaRecord... records) {
            mx.put("example.net", new Secure<>(List.of("MX.example.net")));
            hosts.put("mx.example.net", new Secure<>(List.of("mx.example.net")));
            tlsa.put("25 mx.example.net", new Secure<>(List.of(records)));
            return this;
        }
    }

    private Decision decide(Destination destination, String host) {
        return policies.decide(destination, new NextServer(host, InetAddress.ofLiteral("192.0.2.1"), 25));
    }

    private Decision decide() {
        return decide(EXAMPLE, "mx.example.net");
    }

    private DaneDemand demand() {
        return (DaneDemand) ((Demanded) decide()).demand();
    }

    @Test
    void aSignedAliasVouchesForItsNameThoughNobodySignsWhereItLeads() {
        zone.signed(KEY).hosts.put("mx.example.net", new Insecure<>());
        isLeftToOthers();
        zone.aliases.put("mx.example.net", new Secure<>(List.of("host.plain.example")));
        assertThat(demand().base()).isEqualTo("mx.example.net");
        zone.aliases.put("mx.example.net", new Secure<>(List.of()));
        isLeftToOthers();
        zone.aliases.put("mx.example.net", new Unsure<>("bogus"));
        assertThat(decide()).isInstanceOf(Unusable.class);
    }

    private void isLeftToOthers() {
        assertThat(decide()).isEqualTo(new Demanded(new TlsDemand.May()));
    }

    private void isDeferred(String because) {
        assertThat(decide()).isInstanceOfSatisfying(Unusable.class, unusable -> {
            assertThat(unusable.reply().toString()).startsWith("451 4.7.5").contains(because);
            assertThat(unusable.fault()).isEqualTo(TlsFault.DNSSEC_INVALID);
        });
    }

    @Test
    void demandsWhatSignedRecordsSay() {
        zone.signed(KEY);
        assertThat(demand().records()).containsExactly(KEY);
        assertThat(demand().names()).containsExactly("mx.example.net", "example.net");
        assertThat(demand().base()).isEqualTo("mx.example.net");
    }

    @Test
    void isSilentWhereNobodySigns() {
        isLeftToOthers();
        zone.signed(KEY).hosts.clear();
        isLeftToOthers();
        zone.signed(KEY).mx.clear();
        isLeftToOthers();
    }

    @Test
    void isSilentWhereItIsProvedThatThereAreNoRecords() {
        zone.signed();
        isLeftToOthers();
    }

    @Test
    void waitsWhereAnyOfTheAnswersIsBogus() {
        zone.signed(KEY).mx.put("example.net", new Unsure<>("no signature"));
        isDeferred("MX records of example.net are true: no signature");
        zone.signed(KEY).hosts.put("mx.example.net", new Unsure<>("expired"));
        isDeferred("addresses of mx.example.net");
        zone.signed(KEY).tlsa.put("25 mx.example.net", new Unsure<>("no answer in time"));
        isDeferred("TLSA records of mx.example.net");
    }

    @Test
    void waitsWhereTheHostIsNotOneOfThoseThatAreSigned() {
        zone.signed(KEY);
        assertThat(decide(EXAMPLE, "mx.elsewhere.example")).isInstanceOf(Unusable.class);
    }

    @Test
    void takesTheDomainItselfWhereItIsProvedThatThereIsNoMx() {
        zone.mx.put("example.net", new Secure<>(List.of()));
        zone.hosts.put("example.net", new Secure<>(List.of("example.net")));
        zone.tlsa.put("25 example.net", new Secure<>(List.of(KEY)));
        assertThat(decide(EXAMPLE, "example.net")).isInstanceOf(Demanded.class)
                .isNotEqualTo(new Demanded(new TlsDemand.May()));
    }

    @Test
    void looksWhereAliasesLeadFirst() {
        zone.signed(KEY).hosts.put("mx.example.net", new Secure<>(List.of("real.example.org")));
        assertThat(demand().base()).isEqualTo("mx.example.net");
        TlsaRecord other = new TlsaRecord(2, 0, 1, DIGEST);
        zone.tlsa.put("25 real.example.org", new Secure<>(List.of(other)));
        assertThat(demand().base()).isEqualTo("real.example.org");
        assertThat(demand().names()).containsExactly("real.example.org", "mx.example.net", "example.net");
    }

    @Test
    void encryptsWithoutProofWhereNoRecordCanBeUsed() {
        zone.signed(new TlsaRecord(1, 1, 1, DIGEST), new TlsaRecord(3, 1, 2, DIGEST), new TlsaRecord(3, 7, 1, DIGEST),
                new TlsaRecord(3, 0, 0, ""));
        assertThat(demand().records()).isEmpty();
        assertThat(demand().toString()).contains("no TLSA record of mx.example.net can be used");
    }

    @Test
    void takesTheStrongestOfSeveralDigests() {
        TlsaRecord strong = new TlsaRecord(3, 1, 2, DIGEST + DIGEST);
        zone.signed(KEY, strong, new TlsaRecord(2, 1, 1, DIGEST));
        assertThat(demand().records()).containsExactly(new TlsaRecord(2, 1, 1, DIGEST), strong);
    }

    @Test
    void appliesToHostsThatARouteNames() {
        zone.signed(KEY);
        Destination route = new Destination.NextHost("mx.example.net", 25);
        assertThat(((Demanded) decide(route, "mx.example.net")).demand()).isInstanceOf(DaneDemand.class);
        assertThat(decide(new Destination.NextHost("192.0.2.1", 25), "192.0.2.1"))
                .isEqualTo(new Demanded(new TlsDemand.May()));
    }
}
