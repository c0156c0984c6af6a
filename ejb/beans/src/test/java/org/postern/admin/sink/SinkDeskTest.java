package org.postern.admin.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.archive.MailArchive;
import org.postern.duty.Working;
import org.postern.limit.BusyException;
import org.postern.mail.DomainSet;
import org.postern.pipeline.sink.SinkBell;
import org.postern.store.archive.ArchiveStore;
import org.postern.store.TestDatabase;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class SinkDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ArchiveQuery FOR_BOB = ArchiveQuery.oldest(ArchiveFilter.everything().to("bob@one.example"),
            10);
    private static final TestDatabase DATABASE = new TestDatabase();

    private final MailArchive sink = ArchiveStore.in(DATABASE);
    private final SinkBell bell = new SinkBell();
    private final Working server = new Working();
    private final SinkDesk desk = new SinkDesk(sink, bell, server.activity());

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void comes(String subject, String... recipients) {
        sink.keep(subject, ArchiveStore.sunk(ArchiveStore.about(subject, recipients)), NOON, Optional.empty());
        bell.ring();
    }

    private static List<String> subjects(List<ArchivedMail> found) {
        return found.stream().map(ArchivedMail::subject).toList();
    }

    @Test
    void whoWaitsHasTheMailAsSoonAsThereIsEnough() throws Exception {
        comes("one", "bob@one.example");
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<ArchivedMail>> waiting = others.submit(() -> desk.await(FOR_BOB, 2, Duration.ofSeconds(60)));
            comes("for eve", "eve@one.example");
            comes("two", "bob@one.example");
            assertThat(subjects(waiting.get())).containsExactly("one", "two");
        }
    }

    @Test
    void whoHasWaitedLongEnoughHasWhatThereIs() {
        comes("one", "bob@one.example");
        assertThat(subjects(desk.await(FOR_BOB, 2, Duration.ofMillis(1)))).containsExactly("one");
    }

    @Test
    void nobodyWaitsForAServerThatIsToStop() {
        server.suspend();
        assertThat(desk.await(FOR_BOB, 1, Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void whereManyWaitOthersHearThatItIsBusyAndMayStillLook() throws InterruptedException, ExecutionException {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<ArchivedMail>>> waiting = new ArrayList<>();
            for (int i = 0; i <= SinkDesk.MOST_WAITING; i++) {
                waiting.add(others.submit(() -> desk.await(FOR_BOB, 1, Duration.ofSeconds(60))));
            }
            Future<List<ArchivedMail>> tooMany = waiting.remove(firstDone(waiting));
            assertThatThrownBy(tooMany::get).hasCauseInstanceOf(BusyException.class);
            assertThat(desk.list(FOR_BOB)).isEmpty();
            comes("one", "bob@one.example");
            for (Future<List<ArchivedMail>> one : waiting) {
                assertThat(one.get()).hasSize(1);
            }
        }
    }

    private static <T> int firstDone(List<Future<T>> all) {
        while (true) {
            OptionalInt done = IntStream.range(0, all.size()).filter(i -> all.get(i).isDone()).findFirst();
            if (done.isPresent()) {
                return done.getAsInt();
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void whoIsLimitedToADomainSeesAndEmptiesNothingElse() throws Exception {
        comes("mine", "bob@one.example");
        comes("both", "bob@one.example", "eve@two.example");
        comes("others", "eve@two.example");
        ArchiveQuery all = ArchiveQuery.oldest(ArchiveFilter.everything(), 10);
        long both = desk.list(all).get(1).id();
        Caller limited = new Caller("ann", Role.OPERATOR, DomainSet.ofText("one.example"));
        assertThat(subjects(limited.does(() -> desk.list(all)))).containsExactly("mine");
        assertThat(limited.does(() -> desk.count(ArchiveFilter.everything()))).isEqualTo(1);
        assertThat(limited.does(() -> desk.line(both))).isEmpty();
        assertThat(limited.does(() -> desk.recipients(both))).isEmpty();
        assertThat(desk.recipients(both)).containsExactly("bob@one.example", "eve@two.example");
        assertThat(limited.does(() -> desk.empty(Optional.empty()))).isEqualTo(1);
        assertThat(subjects(desk.list(all))).containsExactly("both", "others");
    }

    @Test
    void allOfItOrThatForOneRecipientIsEmptiedByOneCall() {
        for (int i = 0; i < 250; i++) {
            comes("m" + i, "bob@one.example");
        }
        comes("other", "eve@one.example");
        assertThat(desk.empty(Optional.of("bob@one.example"))).isEqualTo(250);
        assertThat(desk.empty(Optional.empty())).isEqualTo(1);
    }

    /** A load test that goes on while its sink is emptied. */
    @Test
    void whoEmptiesItIsDoneThoughMoreComesAsFastAsItGoes() {
        for (int i = 0; i < 150; i++) {
            comes("m" + i, "bob@one.example");
        }
        MailArchive filling = (MailArchive) Proxy.newProxyInstance(MailArchive.class.getClassLoader(),
                new Class<?>[]{MailArchive.class},
                (proxy, method, given) -> {
                    Object answer = method.invoke(sink, given);
                    if (method.getName().equals("forget")) {
                        IntStream.range(0, 100).forEach(i -> comes(UUID.randomUUID().toString(), "bob@one.example"));
                    }
                    return answer;
                });
        assertThat(new SinkDesk(filling, bell, server.activity()).empty(Optional.empty())).isEqualTo(200);
    }
}
