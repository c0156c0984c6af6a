package org.postern.net.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.postern.auth.spf.Spf;
import org.postern.auth.spf.SpfResult;
import org.postern.auth.spf.SpfSuite;
import org.postern.auth.spf.Zone;
import org.postern.auth.spf.ZoneEntry;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public suite of SPF by the real resolver, against a name server on loopback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpfByResolverTest {
    private final List<NameServer> servers = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> findsWhatThePublicSuiteExpects() {
        return SpfSuite.read().stream().flatMap(scenario -> {
            Spf spf = new Spf(resolver(scenario.zone()), InstantSource.system(), "mx.receiver.example");
            return scenario.cases()
                    .stream()
                    .map(one -> DynamicTest.dynamicTest(scenario.name() + ": " + one.name(), () -> {
                        SpfResult result = spf.check(one.question());
                        assertThat(one.allows(result)).as("%s, expected %s", result, one).isTrue();
                    }));
        });
    }

    @AfterAll
    void close() throws IOException {
        for (NameServer server : servers) {
            server.close();
        }
    }

    /** {@return a resolver that has little patience for what is never answered, and much for all else} */
    private HalfPatientDns resolver(Zone zone) {
        try {
            NameServer server = new NameServer();
            servers.add(server);
            for (String name : zone.entries().keySet()) {
                for (ZoneEntry entry : zone.entries().get(name)) {
                    fill(server, Name.fromString(name, Name.root), entry);
                }
            }
            return new HalfPatientDns(zone, asking(server, Duration.ofSeconds(10)),
                    asking(server, Duration.ofMillis(40)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DnsJavaMailDns asking(NameServer server, Duration timeout) {
        return new DnsJavaMailDns(new NameServers(List.of(server.address()), timeout));
    }

    private static void fill(NameServer server, Name name, ZoneEntry entry) throws IOException {
        switch (entry.type()) {
            case ZoneEntry.TIMEOUT -> server.saysNothingElseOf(name);
            case "TXT" -> server.knows(new TXTRecord(name, DClass.IN, 300,
                    entry.values().stream().map(SpfByResolverTest::escaped).toList()));
            default -> server.knows(Record.fromString(name, Type.value(entry.type()), DClass.IN, 300,
                    entry.values().stream().map(word -> word.isEmpty() ? "." : word).collect(Collectors.joining(" ")),
                    Name.root));
        }
    }

    /** {@return the octets of a string as the text form of records has them (RFC 1035, 5.1)} */
    private static String escaped(String octets) {
        return octets.chars().mapToObj(c -> "\\%03d".formatted(c)).collect(Collectors.joining());
    }
}
