package org.postern.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.policy.check.Names;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;

class ClientNamesTest {
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.9");
    private static final InetAddress FRIEND = InetAddress.ofLiteral("10.0.0.1");

    private static ClientNames over(Names dns) {
        return new ClientNames(dns, address -> !address.equals(FRIEND),
                new Memory<>(InstantSource.system(), answer -> Duration.ofHours(1), 10));
    }

    @Test
    void aNameCountsWhenItLeadsBack() {
        ClientNames names = over(new Names().name("192.0.2.9", "fake.example", "mail.example")
                .address("fake.example", "192.0.2.1")
                .address("mail.example", "192.0.2.9"));
        assertThat(names.of(CLIENT)).contains(new ClientName.Verified("mail.example"));
        assertThat(names.verified(CLIENT)).contains("mail.example");
    }

    @Test
    void aNameOfSomebodyElseIsNone() {
        ClientNames names = over(new Names().name("192.0.2.9", "bank.example").address("bank.example", "192.0.2.1"));
        assertThat(names.of(CLIENT)).contains(new ClientName.None());
        assertThat(names.verified(CLIENT)).isEmpty();
    }

    @Test
    void anAddressWithoutANameHasNone() {
        assertThat(over(new Names()).of(CLIENT)).contains(new ClientName.None());
    }

    @Test
    void silenceOnEitherWayIsNotKnowing() {
        assertThat(over(new Names().name("192.0.2.9", "silent")).of(CLIENT)).contains(new ClientName.Unknown());
        assertThat(over(new Names().name("192.0.2.9", "silent.example")).of(CLIENT)).contains(new ClientName.Unknown());
    }

    @Test
    void asksOnceAndNotAtAllForWhoIsNotWanted() {
        Names dns = new Names();
        ClientNames names = over(dns);
        names.of(CLIENT);
        names.of(CLIENT);
        assertThat(dns.questions).isEqualTo(1);
        assertThat(names.of(FRIEND)).isEmpty();
        assertThat(dns.questions).isEqualTo(1);
    }
}
