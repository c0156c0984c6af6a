package org.postern.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.queue.ParkedMessages;
import org.postern.queue.WaitingMail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class JpaParkedMailTest implements ParkedMailContract {
    private static final TestDatabase DATABASE = new TestDatabase();

    private final ParkedMessages parked = DATABASE.inTransactions(ParkedMessages.class, JpaParkedMessages::new);
    private final WaitingMail waiting = DATABASE.inTransactions(WaitingMail.class, JpaWaitingMail::new);

    @Override
    public ParkedMessages parked() {
        return parked;
    }

    @Override
    public WaitingMail waiting() {
        return waiting;
    }

    @Test
    void twoNodesNeverGetTheSameMessageAndDoNotWaitForEachOther() throws Exception {
        for (int i = 0; i < 4; i++) {
            parked.park(Parked.of("k" + i).build());
        }
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        CountDownLatch firstHolds = new CountDownLatch(1);
        CountDownLatch secondIsDone = new CountDownLatch(1);
        try (var node = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<WaitingMail.Looked> other = node.submit(() -> waiting.release(Parked.now(), 2, Parked.ALL, mail -> {
                mail.forEach(one -> first.add(one.message().key()));
                firstHolds.countDown();
                awaitQuietly(secondIsDone);
            }));
            try {
                firstHolds.await();
                waiting.release(Parked.now(), 10, Parked.ALL,
                        mail -> mail.forEach(one -> second.add(one.message().key())));
            } finally {
                secondIsDone.countDown();
            }
            other.get();
        }
        assertThat(first).hasSize(2);
        assertThat(second).doesNotContainAnyElementsOf(first);
        waiting.release(Parked.now(), 10, Parked.ALL, mail -> mail.forEach(one -> second.add(one.message().key())));
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a database says about how it would answer. */
    @FunctionalInterface
    interface Plan {
        String of(String sql);
    }

    @Test
    void lookingForWhatIsDueGoesAlongTheIndex() {
        Plan plan = DATABASE.inTransactions(Plan.class, entities -> sql -> {
            if (System.getProperty("postern.test.db", "").startsWith("jdbc:postgresql:")) {
                // what a small table is read by says nothing about a large one
                for (String way : List.of("seqscan", "bitmapscan", "sort")) {
                    entities.createNativeQuery("set local enable_" + way + " = off").executeUpdate();
                }
            }
            return entities.createNativeQuery("explain " + sql).getResultList().toString();
        });
        String due = JpaWaitingMail.DUE.replace(":now", "timestamp with time zone '2026-03-01 12:00:00+00'")
                .replace(":limit", "100");
        assertThat(plan.of("select * from parked_message where " + due + " for update skip locked"))
                .containsIgnoringCase("parked_message_due")
                .doesNotContainIgnoringCase("sort key");
    }

    @AfterEach
    void forget() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }
}
