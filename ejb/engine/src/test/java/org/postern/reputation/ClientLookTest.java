package org.postern.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.auth.spf.Zone;
import org.postern.dns.ClientName;
import org.postern.dns.ClientNames;
import org.postern.dns.Memory;
import org.postern.reputation.ListResult.Listing;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

class ClientLookTest {
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.9");
    private static final InstantSource CLOCK = () -> Instant.EPOCH;

    private final Zone zone = new Zone().knows("2.0.0.127.bl.example", "A", "127.0.0.2")
            .knows("test.names.example", "A", "127.0.0.2");

    private ClientLook over(Executor threads) {
        DnsLists lists = new DnsLists(zone, threads, CLOCK,
                List.of(DnsList.of("bl.example", ListKind.ADDRESSES, 3),
                        DnsList.of("names.example", ListKind.DOMAINS, 2)));
        ClientNames names = new ClientNames(zone, client -> true, new Memory<>(CLOCK, name -> Duration.ZERO, 10));
        return new ClientLook(lists, names, threads, CLOCK);
    }

    @Test
    void tellsTheNameAndWhatListsSayOfBoth() throws InterruptedException {
        zone.knows("9.2.0.192.in-addr.arpa", "PTR", "Mail.Spam.example.")
                .knows("mail.spam.example", "A", "192.0.2.9")
                .knows("9.2.0.192.bl.example", "A", "127.0.0.2")
                .knows("spam.example.names.example", "A", "127.0.0.2");
        ClientStanding standing = over(Runnable::run).look(CLIENT, Duration.ofSeconds(2));
        assertThat(standing.name()).isEqualTo(new ClientName.Verified("Mail.Spam.example"));
        assertThat(standing.results()).hasSize(2).allMatch(Listing.class::isInstance);
        assertThat(standing.weight()).isEqualTo(5);
    }

    @Test
    void aNameThatDoesNotLeadBackIsNotAskedAbout() throws InterruptedException {
        zone.knows("9.2.0.192.in-addr.arpa", "PTR", "bank.example.").knows("bank.example", "A", "192.0.2.1");
        ClientStanding standing = over(Runnable::run).look(CLIENT, Duration.ofSeconds(2));
        assertThat(standing.name()).isInstanceOf(ClientName.None.class);
        assertThat(standing.results()).hasSize(1);
        assertThat(zone.asked).noneMatch(question -> question.contains("names.example"));
    }

    @Test
    void whatIsNotKnownInTimeIsNotKnown() throws InterruptedException {
        List<Runnable> never = new ArrayList<>();
        ClientStanding standing = over(never::add).look(CLIENT, Duration.ZERO);
        assertThat(standing.name()).isInstanceOf(ClientName.Unknown.class);
        assertThat(standing.weight()).isZero();
    }

    @Test
    void whateverListsAndNamesSayItThrowsNothing() throws InterruptedException {
        Random random = new Random(5782);
        List<String> values = List.of("127.0.0.2", "127.0.0.1", "127.255.255.254", "203.0.113.1", "127.0.0.255");
        List<String> names = List.of("a.example", "x".repeat(64) + ".example", "..", "a\\.b.example", "\u0000.\u00ff",
                "[192.0.2.9]", "a.".repeat(120) + "example");
        for (int i = 0; i < 3000; i++) {
            zone.entries().clear();
            for (String name : List.of("2.0.0.127.bl.example", "1.0.0.127.bl.example", "9.2.0.192.bl.example",
                    "test.names.example", "invalid.names.example", "a.example.names.example")) {
                if (random.nextInt(3) > 0) {
                    zone.knows(name, "A", values.get(random.nextInt(values.size())));
                    zone.knows(name, "TXT", names.get(random.nextInt(names.size())));
                }
            }
            String name = names.get(random.nextInt(names.size()));
            zone.knows("9.2.0.192.in-addr.arpa", "PTR", name + ".").knows(name, "A", "192.0.2.9");
            ClientStanding standing = over(Runnable::run).look(CLIENT, Duration.ofSeconds(2));
            assertThat(standing.weight()).isBetween(0.0, 5.0);
        }
    }
}
