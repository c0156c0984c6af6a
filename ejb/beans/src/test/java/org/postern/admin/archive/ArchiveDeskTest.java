package org.postern.admin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.SomeOperations;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.archive.Archives;
import org.postern.archive.MailArchive;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.rule.ArchiveRule;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.mail.DomainSet;
import org.postern.mail.HeaderSection;
import org.postern.pipeline.archive.SomeReplay;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;
import org.postern.store.TestDatabase;
import org.postern.store.archive.ArchiveStore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class ArchiveDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final ArchiveFilter ORDERS = ArchiveFilter.at("queue:orders");
    private static final TestDatabase DATABASE = new TestDatabase();

    private final MailArchive archive = ArchiveStore.in(DATABASE);
    private final SomeOperations operations = new SomeOperations(CLOCK);
    private final List<Posting> posted = new ArrayList<>();
    private final List<String> replayed = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private int refusals;
    private long unread;
    private final ArchiveDesk desk = new ArchiveDesk(archive,
            new Archives(List.of(new ArchiveRule("queue:orders", Duration.ofDays(1), 1000),
                    new ArchiveRule("topic:news", Duration.ofDays(1), 1000))),
            SomeReplay.by(new Queues(), CLOCK), operations.desk(),
            queue -> queue.equals("gone") ? OptionalLong.empty() : OptionalLong.of(unread),
            new Settings(SettingsCatalogue.ALL, Map.of()), CLOCK);

    /** Takes nothing for as often as a test says. */
    private final class Queues implements MailQueue {
        @Override
        public void post(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
            if (refusals > 0) {
                refusals--;
                throw new QueueUnavailableException(Sentence.asItIs("full"), true, null);
            }
            posted.addAll(mail);
            mail.forEach(one -> replayed.add(subject(one)));
            told.addAll(events);
        }

        @Override
        public void tell(List<Event> events) {
            told.addAll(events);
        }
    }

    private static String subject(Posting posting) {
        try {
            return HeaderSection.of(posting.mail().message().content()).first("Subject").orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void some() {
        DATABASE.empty();
        handedOver("one", "queue:orders", "bob@one.example");
        handedOver("two", "queue:orders", "bob@one.example", "eve@two.example");
        handedOver("news", "topic:news", "bob@one.example");
        handedOver("a test", "sink", "bob@one.example");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void handedOver(String subject, String place, String... recipients) {
        archive.keep(subject, ArchiveStore.handedOver(ArchiveStore.about(subject, recipients), place),
                NOON.minusSeconds(60),
                Optional.of(NOON.plusSeconds(60)));
    }

    private long id(String place) {
        return archive.list(ArchiveQuery.oldest(ArchiveFilter.at(place), 1)).getFirst().id();
    }

    @Test
    void whatIsArchivedIsShownAndTheSinkIsNotAmongIt() {
        assertThat(desk.places()).extracting(ArchivePlace::place).containsExactly("queue:orders", "topic:news");
        assertThat(desk.places()).extracting(ArchivePlace::messages).containsExactly(2L, 1L);
        assertThat(desk.line(id("sink"))).isEmpty();
        assertThatThrownBy(() -> desk.list(ArchiveQuery.oldest(ArchiveFilter.ofSink(), 10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.count(ArchiveFilter.everything())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneIsHandedOverOnceMoreMarkedAndToldInItsStory() throws Exception {
        assertThat(desk.now(id("queue:orders"), Optional.empty(), "ann")).isEmpty();
        Posting again = posted.getFirst();
        assertThat(again.queue()).isEqualTo("orders");
        assertThat(again.mail().course().asked()).isTrue();
        assertThat(again.duplicateKey()).isEmpty();
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(EventKind.HANDED_OVER);
            assertThat(event.detail()).contains("once more, out of the archive, by ann");
            assertThat(event.telling()).isEmpty();
        });
    }

    @Test
    void itGoesElsewhereWhereThatIsAnApplications() throws Exception {
        long id = id("queue:orders");
        desk.now(id, Optional.of("bills"), "ann");
        desk.now(id, Optional.of("topic:news"), "ann");
        assertThat(posted).extracting(Posting::queue).containsExactly("bills", "news");
        for (String no : List.of("gone", "postern.outgoing", "host:a.example", "sink:refuse=1%")) {
            assertThatThrownBy(() -> desk.now(id, Optional.of(no), "ann")).as(no)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsGoneAndWhatIsOfTheSinkIsNotHandedOver() throws Exception {
        assertThat(desk.now(id("sink"), Optional.empty(), "ann")).isPresent();
        assertThat(desk.now(4711, Optional.empty(), "ann")).isPresent();
        assertThat(posted).isEmpty();
    }

    @Test
    void allThatMatchesGoesInItsOrderWhateverTheQueueSaysFirst() throws Exception {
        for (int i = 0; i < 250; i++) {
            handedOver("m" + i, "queue:orders", "bob@one.example");
        }
        archive.keep("later", ArchiveStore.handedOver(ArchiveStore.about("later", "bob@one.example"), "queue:orders"),
                NOON.plusSeconds(1), Optional.of(NOON.plusSeconds(60)));
        refusals = 1;
        OperationView begun = new Caller("ann", Role.OPERATOR)
                .does(() -> desk.begin(ORDERS.to("bob@one.example"), Optional.of("bills"), "ann"))
                .orElseThrow();
        operations.goesOn();
        assertThat(posted).allSatisfy(one -> assertThat(one.queue()).isEqualTo("bills"));
        List<String> subjects = new ArrayList<>(List.of("one", "two"));
        IntStream.range(0, 250).forEach(i -> subjects.add("m" + i));
        assertThat(replayed).containsExactlyElementsOf(subjects);
        assertThat(operations.desk().find(begun.id()).orElseThrow().done()).isEqualTo(252);
    }

    @Test
    void nothingMoreIsHandedOverWhereTooMuchIsUnread() throws Exception {
        unread = Long.MAX_VALUE / 2;
        OperationView begun = new Caller("ann", Role.OPERATOR)
                .does(() -> desk.begin(ORDERS, Optional.empty(), "ann"))
                .orElseThrow();
        new Caller("ann", Role.OPERATOR).does(() -> operations.desk().cancel(begun.id()));
        operations.goesOn();
        assertThat(posted).isEmpty();
    }

    @Test
    void whoIsLimitedToADomainSeesNothingElse() throws Exception {
        Caller limited = new Caller("ann", Role.AUDITOR, DomainSet.ofText("one.example"));
        List<ArchivedMail> seen = limited.does(() -> desk.list(ArchiveQuery.oldest(ORDERS, 10)));
        assertThat(seen).extracting(ArchivedMail::subject).containsExactly("one");
        assertThat(limited.does(() -> desk.recipients(seen.getFirst().id()))).containsExactly("bob@one.example");
    }

    @Test
    void theContentIsLookedAtByWhomTheMailIsOfAlone() {
        ArchivedContents contents = new ArchivedContents(archive);
        List<ArchivedMail> orders = archive.list(ArchiveQuery.oldest(ORDERS, 10));
        List<String> read = new ArrayList<>();
        assertThat(contents.look(orders.getLast().key(), DomainSet.ofText("one.example"),
                (name, content) -> read.add(name)))
                .isFalse();
        assertThat(contents.look(orders.getLast().key(), DomainSet.ALL, (name, content) -> read.add(name))).isTrue();
        assertThat(contents.look("archive/x", DomainSet.ALL, (name, content) -> read.add(name))).isFalse();
        assertThat(read).containsExactly("0123456789ABCDEF");
    }
}
