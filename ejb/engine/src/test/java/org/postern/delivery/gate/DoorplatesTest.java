package org.postern.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.gate.GateScene.domain;

import org.junit.jupiter.api.Test;
import org.postern.delivery.KnownNames;
import org.postern.delivery.SetClock;
import org.postern.delivery.gate.Doorplates.Found;
import org.postern.delivery.gate.Doorplates.Unknown;
import org.postern.dns.MxAnswer;
import org.postern.dns.Temporary;
import org.postern.routing.Destination;

import java.time.Duration;

class DoorplatesTest {
    private final SetClock clock = new SetClock();
    private final KnownNames names = new KnownNames();
    private final Doorplates plates = new Doorplates(names, clock, 25);

    private String key(String domain) {
        return ((Found) plates.find(domain(domain))).key().text();
    }

    @Test
    void domainsWithTheSameHostsShareADoor() {
        names.mx("one.example", "10 MX1.provider.example", "20 mx2.provider.example");
        names.mx("two.example", "5 mx2.provider.example.", "5 mx1.provider.example");
        names.mx("three.example", "10 mx1.provider.example");
        assertThat(key("one.example")).isEqualTo("mx1.provider.example, mx2.provider.example")
                .isEqualTo(key("two.example"))
                .isNotEqualTo(key("three.example"));
    }

    @Test
    void aRouteToAHostLeadsToTheSameDoorAsItsMxRecord() {
        names.mx("one.example", "10 mail.example");
        assertThat(plates.known(new Destination.NextHost("mail.example", 25))).contains(new DoorKey("mail.example"));
        assertThat(key("one.example")).isEqualTo("mail.example");
        assertThat(plates.known(new Destination.NextHost("mail.example", 2525)))
                .contains(new DoorKey("mail.example:2525"));
    }

    @Test
    void asksOnceInFiveMinutes() {
        names.mx("one.example", "10 mail.example");
        assertThat(plates.known(domain("one.example"))).isEmpty();
        for (int i = 0; i < 100; i++) {
            key("one.example");
        }
        assertThat(plates.known(domain("one.example"))).isPresent();
        assertThat(names.asked).containsExactly("MX one.example");
        clock.pass(Duration.ofMinutes(5));
        assertThat(plates.known(domain("one.example"))).isEmpty();
    }

    @Test
    void remembersTheLatestHoweverManyThereAre() {
        for (int i = 0; i <= 50_000; i++) {
            names.mx("d" + i + ".example", "10 mail.example");
            plates.find(domain("d" + i + ".example"));
        }
        assertThat(plates.known(domain("d50000.example"))).isPresent();
        assertThat(plates.known(domain("d0.example"))).isEmpty();
    }

    @Test
    void aDomainWithoutMxRecordIsItsOwnHost() {
        names.address("plain.example", "192.0.2.1");
        assertThat(key("plain.example")).isEqualTo("plain.example");
        names.mx("none.example", new MxAnswer.NullMx());
        assertThat(key("none.example")).isEqualTo("mx:none.example");
    }

    @Test
    void doesNotKnowWhatTheDnsDoesNotSay() {
        names.mx("dark.example", new Temporary("timed out"));
        assertThat(plates.find(domain("dark.example"))).isInstanceOfSatisfying(Unknown.class,
                unknown -> assertThat(unknown.why().reply().code()).isEqualTo(451));
        assertThat(plates.known(domain("dark.example"))).isEmpty();
    }
}
