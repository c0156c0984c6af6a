package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.mail.DomainSet;
import org.postern.queue.ParkedMessages;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.queue.WaitingMail.Released;
import org.postern.store.TestDatabase;

import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

class JpaParkedMailTest implements ParkedMailContract {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final int MANY = 1000;
    private static final int BATCH = 100;

    private final ParkedMessages parked = DATABASE.inTransactions(ParkedMessages.class,
            entities -> new JpaParkedMessages(entities, DATABASE.checkpoint()));
    private final WaitingMail waiting = DATABASE.inTransactions(WaitingMail.class,
            entities -> new JpaWaitingMail(entities, DATABASE.checkpoint()));

    @Override
    public ParkedMessages parked() {
        return parked;
    }

    @Override
    public WaitingMail waiting() {
        return waiting;
    }

    @Test
    void releasesALittleLargeContentAtATimeAndForgetsAllOfIt() throws Exception {
        byte[] content = new byte[6 * 1024 * 1024];
        for (String key : List.of("k1", "k2", "k3")) {
            parked.park(Parked.of(key).content(content).build());
        }
        assertThat(waiting.release(Parked.now(), BATCH, Parked.ALL, mail -> assertThat(mail).hasSize(2)))
                .isEqualTo(new WaitingMail.Looked(2, BATCH));
        assertThat(waiting.release(Parked.now(), BATCH, Parked.ALL, mail -> assertThat(mail).hasSize(1)))
                .isEqualTo(new WaitingMail.Looked(1, 1));
        assertThat(DATABASE.rows("parked_part")).isZero();
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
            if (isPostgresql()) {
                // what a small table is read by says nothing about a large one
                for (String way : List.of("seqscan", "bitmapscan", "sort")) {
                    entities.createNativeQuery("set local enable_" + way + " = off").executeUpdate();
                }
            }
            return entities.createNativeQuery("explain " + sql).getResultList().toString();
        });
        String due = JpaWaitingMail.DUE.keys()
                .replace(":now", "timestamp with time zone '2026-03-01 12:00:00+00'")
                .replace(":looked", "0")
                .replace(":limit", "100");
        assertThat(plan.of(due)).containsIgnoringCase("parked_message_due").doesNotContainIgnoringCase("sort key");
        if (!isPostgresql()) {
            assertThat(plan.of(due)).contains("index sorted");
        }
    }

    private static boolean isPostgresql() {
        return System.getProperty("postern.test.db", "").startsWith("jdbc:postgresql:");
    }

    @Test
    void twoNodesTakeEachMessageOnceTogether() throws Exception {
        parkMany();
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> both = Stream.generate(() -> nodes.submit(() -> takeAll(taken))).limit(2).toList();
            assertThat(both.get(0).get() + both.get(1).get()).isEqualTo(MANY);
        }
        assertThat(taken).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(waiting.counts(DomainSet.ALL)).isEmpty();
    }

    @Test
    void whatANodeHadThatDiedIsTakenOnceByTheOther() throws Exception {
        parkMany();
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        List<String> lost = new ArrayList<>();
        CountDownLatch dying = new CountDownLatch(1);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> dead = nodes.submit(() -> DATABASE.untilTheConnectionBreaks(entities -> {
                new JpaWaitingMail(entities, DATABASE.checkpoint()).release(Parked.now(), BATCH, Parked.ALL,
                        mail -> lost.addAll(keys(mail)));
                dying.countDown();
            }));
            Future<Integer> living = nodes.submit(() -> {
                dying.await();
                return takeAll(taken);
            });
            dead.get();
            assertThat(living.get() + takeAll(taken)).isEqualTo(MANY);
        }
        assertThat(lost).hasSize(BATCH);
        assertThat(taken).hasSize(MANY).doesNotHaveDuplicates().containsAll(lost);
    }

    private void parkMany() {
        for (int i = 0; i < MANY; i++) {
            parked.park(Parked.of("k%04d".formatted(i)).build());
        }
    }

    /** {@return how many were taken until, at three looks, there was none left that the other node did not hold} */
    private int takeAll(Queue<String> taken) throws QueueUnavailableException {
        int all = 0;
        int looksInVain = 0;
        while (looksInVain < 3) {
            List<String> batch = new ArrayList<>();
            int some = waiting.release(Parked.now(), BATCH, Parked.ALL, mail -> batch.addAll(keys(mail))).released();
            taken.addAll(batch);
            all += some;
            looksInVain = some == 0 ? looksInVain + 1 : 0;
        }
        return all;
    }

    private static List<String> keys(List<Released> mail) {
        return mail.stream().map(one -> one.message().key()).toList();
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
