package org.postern.store.trace;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;
import org.postern.store.QueryPlan;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.function.IntUnaryOperator;

/** How H2 finds what nearly all messages are: all but one are of {@code client.example}. */
@DisabledIfSystemProperty(named = "postern.test.db", matches = "jdbc:postgresql:.*")
class JpaTraceWalkTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final TraceQuery MANY = TraceQuery.latest(5).by(Sought.parse("@client.example"));
    private static final TracePosition MIDDLE = new TracePosition(Instant.parse("2026-03-01T00:00:00Z"),
            "0000000000005000");
    private static final String LINES = """
            insert into trace_message (message_key, arrived, changed, reverse_path, sender_key, size_octets, progress, recipients,
            delivered, client_address)
            select lpad(cast(x as varchar(8)), 16, '0'), dateadd('second', mod(x, 100), timestamp with time zone '2026-03-01 00:00:00+00'), current_timestamp,
            's' || x || '@client.example', case when x = 1 then 'other.example/s' else 'client.example/s' || x end, 1,
            'DELIVERED', 1, 1, '192.0.2.' || mod(x, 2) from system_range(1, :lines)""";

    @BeforeAll
    static void fill() {
        IntUnaryOperator written = DATABASE.inTransactions(IntUnaryOperator.class,
                entities -> lines -> entities.createNativeQuery(LINES).setParameter("lines", lines).executeUpdate());
        assertThat(written.applyAsInt(Page.COUNTED + 2)).isGreaterThan(Page.COUNTED);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** What a database says about how it would answer a query for a page. */
    @FunctionalInterface
    interface Plan {
        String of(TraceQuery query);
    }

    @Test
    void alongTheListAndNeverByLookingUpAllOfThem() {
        Plan plan = DATABASE.inTransactions(Plan.class, entities -> query -> plan(entities, query));
        assertThat(plan.of(MANY)).contains("TRACE_MESSAGE_ARRIVED", "index sorted");
        assertThat(plan.of(MANY.after(MIDDLE))).contains("TRACE_MESSAGE_ARRIVED", "index sorted");
        assertThat(plan.of(MANY.before(MIDDLE)))
                .contains("TRACE_MESSAGE_ARRIVED: ARRIVED >= ?3\n        AND ARRIVED <= ?6");
    }

    private static String plan(EntityManager entities, TraceQuery query) {
        return QueryPlan.of(entities, "reverse_path", () -> new JpaTrace(entities).find(query));
    }
}
