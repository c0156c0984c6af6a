package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.postern.event.Sought;
import org.postern.mail.DomainSet;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedMessages;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.WaitingMail;
import org.postern.store.QueryPlan;
import org.postern.store.TestDatabase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How what few and what many addresses lead to is found in a quarantine: everything is for {@code many.example}, five are for {@code few.example} as well. */
class JpaParkedSearchTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final int MANY = 1600;
    private static final int EVERY = 320;
    private static final ParkedFilter QUARANTINED = ParkedFilter.everything().waitingFor(Reason.QUARANTINED);
    private static final ParkedFilter FEW = QUARANTINED.by(Sought.parse("@few.example"));
    private static final ParkedFilter ALL = QUARANTINED.by(Sought.parse("@many.example"));

    private final WaitingMail waiting = DATABASE.inTransactions(WaitingMail.class,
            entities -> new JpaWaitingMail(entities, DATABASE.checkpoint()));

    @BeforeAll
    static void park() {
        ParkedMessages parked = DATABASE.inTransactions(ParkedMessages.class,
                entities -> new JpaParkedMessages(entities, DATABASE.checkpoint()));
        for (int i = 0; i < MANY; i++) {
            String[] to = i % EVERY == 0
                    ? new String[]{"r" + i + "@many.example", "x@few.example"}
                    : new String[]{"r" + i + "@many.example"};
            parked.park(Parked.of(key(i)).held().reason(Reason.QUARANTINED).to(to).build());
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static String key(int i) {
        return "k%04d".formatted(i);
    }

    private List<String> pages(ParkedFilter filter, int limit) {
        ParkedQuery query = ParkedQuery.first(limit).of(filter);
        List<String> keys = new ArrayList<>();
        List<ParkedSummary> page = waiting.list(query);
        while (!page.isEmpty()) {
            page.forEach(line -> keys.add(line.key()));
            page = waiting.list(query.behind(page.getLast()));
        }
        return keys;
    }

    @Test
    void whatFewAndWhatManyAddressesLeadToIsThereWholeAndInOrder() {
        List<String> few = IntStream.range(0, MANY / EVERY).mapToObj(i -> key(EVERY * i)).toList();
        List<String> all = IntStream.range(0, MANY).mapToObj(JpaParkedSearchTest::key).toList();
        assertThat(pages(FEW, 2)).isEqualTo(few);
        assertThat(pages(ALL, 700)).isEqualTo(all);
        assertThat(pages(QUARANTINED.toDomain("few.example"), 2)).isEqualTo(few);
        assertThat(pages(ALL.toDomain("few.example"), 2)).isEqualTo(few);
        assertThat(pages(QUARANTINED.by(Sought.parse("r")), 700)).isEqualTo(all);
        assertThat(pages(QUARANTINED.by(Sought.parse("x@")), 2)).isEqualTo(few);
        assertThat(pages(QUARANTINED.within(DomainSet.ofText("many.example")), 700)).hasSize(MANY - few.size());
        assertThat(pages(QUARANTINED.within(DomainSet.ofText("few.example")), 700)).isEmpty();
        assertThat(Stream.of(FEW, ALL).map(filter -> waiting.count(filter, MANY))).containsExactly(5L, 1600L);
        assertThat(waiting.octets(FEW)).isEqualTo(waiting.octets(ALL) / EVERY);
    }

    /** What a database says about how it would answer a query for a page. */
    @FunctionalInterface
    interface Plan {
        String of(ParkedFilter filter);
    }

    @Test
    @DisabledIfSystemProperty(named = "postern.test.db", matches = "jdbc:postgresql:.*")
    void h2LooksFewUpByTheirAddressesAndFindsManyOnTheWayAlongTheList() {
        Plan plan = DATABASE.inTransactions(Plan.class, entities -> filter -> plan(entities, filter));
        assertThat(plan.of(FEW)).contains("PARKED_KEY IN(SELECT").doesNotContain("_REASON", "index sorted");
        assertThat(plan.of(ALL)).contains("_REASON", "index sorted").doesNotContain("PARKED_KEY IN(SELECT");
    }

    private static String plan(EntityManager entities, ParkedFilter filter) {
        return QueryPlan.of(entities, "last_reply",
                () -> new JpaWaitingMail(entities, DATABASE.checkpoint()).list(ParkedQuery.first(5).of(filter)));
    }
}
