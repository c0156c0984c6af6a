package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.digest.HeldMail;
import org.postern.queue.ParkedMessages;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;

class JpaHeldMailTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final HeldMail.Window ALWAYS = new HeldMail.Window(Instant.EPOCH,
            Instant.parse("2999-01-01T00:00:00Z"));

    private final ParkedMessages parked = DATABASE.inTransactions(ParkedMessages.class,
            entities -> new JpaParkedMessages(entities, DATABASE.checkpoint()));
    private final HeldMail held = DATABASE.inTransactions(HeldMail.class, JpaHeldMail::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void findsRecipientsOfADomainAndWhatWaitsForThemButNoMalwareAndNothingThatARuleHolds() {
        Symbol odd = Symbol.noted("A", "");
        parked.park(ManyParked.quarantined("a", odd, "Bob@two.example", "ann@two.example"));
        parked.park(ManyParked.quarantined("b", odd, "bob@two.example", "x@two.example.org"));
        parked.park(ManyParked.quarantined("c", new Symbol("FILE_PROGRAM", 4, ""), "cid@two.example"));
        parked.park(ManyParked.quarantinedBy("dmarc", "e", odd, "eve@two.example"));
        parked.park(ManyParked.quarantinedBy("invoices", "f", odd, "fay@two.example"));
        parked.park(Parked.of("d").held().to("dan@two.example").build());
        assertThat(held.recipients("two.example", ALWAYS, "", 10)).containsExactly("two.example/ann",
                "two.example/bob", "two.example/eve");
        assertThat(held.recipients("two.example", ALWAYS, "two.example/ann", 1)).containsExactly("two.example/bob");
        assertThat(held.recipients("one.example", ALWAYS, "", 10)).isEmpty();
        assertThat(held.of("two.example/bob", ALWAYS, 10)).extracting(HeldMail.Line::key).containsExactly("a", "b");
        assertThat(held.of("two.example/bob", ALWAYS, 1)).hasSize(1);
        assertThat(held.count("two.example/bob", ALWAYS)).isEqualTo(2);
        assertThat(held.count("two.example/bob", new HeldMail.Window(Instant.EPOCH, NOW.minus(Duration.ofDays(9999)))))
                .isZero();
        assertThat(held.spelled("a", "two.example/bob").orElseThrow()).hasToString("Bob@two.example");
        assertThat(held.spelled("a", "two.example/dan")).isEmpty();
        assertThat(held.spelled("gone", "two.example/bob")).isEmpty();
    }
}
