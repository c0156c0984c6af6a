package org.postern.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchiveRoom;
import org.postern.archive.ArchivedMail;
import org.postern.archive.MailArchive;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.event.Answer;
import org.postern.mail.DomainSet;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.queue.Arrival;
import org.postern.queue.Origin;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.sink.SinkSettings;
import org.postern.store.TestDatabase;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class JpaArchiveTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final ArchiveFilter ALL = ArchiveFilter.everything();

    private final MailArchive sink = ArchiveStore.in(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void keep(String subject, String... recipients) {
        sink.keep(subject, ArchiveStore.sunk(ArchiveStore.about(subject, recipients)), NOON, Optional.empty());
    }

    private List<String> subjects(ArchiveFilter filter) {
        return sink.list(ArchiveQuery.oldest(filter, 10)).stream().map(ArchivedMail::subject).toList();
    }

    private long id(String subject) {
        return sink.list(ArchiveQuery.oldest(ALL, 1000))
                .stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String text(Message message) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            message.content().writeTo(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsTakenTwiceIsKeptOnce() {
        keep("one", "bob@sink.example");
        keep("one", "bob@sink.example");
        assertThat(subjects(ALL)).containsExactly("one");
        assertThat(sink.holds("one")).isTrue();
        assertThat(sink.holds("two")).isFalse();
    }

    @Test
    void whatIsKeptIsToldAndReadAsItCame() {
        String large = "Subject: large\r\n\r\n" + "a line of text\r\n".repeat(200_000);
        sink.keep("k", ArchiveStore.sunk(ArchiveStore.of(large, "Bob@Sink.example", "eve@sink.example")), NOON,
                Optional.empty());
        ArchivedMail line = sink.list(ArchiveQuery.oldest(ALL, 10)).getFirst();
        assertThat(line)
                .isEqualTo(new ArchivedMail(line.id(), line.queueId(), Destination.SINK, NOON, "ann@client.example",
                        "Bob@Sink.example", 2, "large", "", large.length()));
        List<String> read = new ArrayList<>();
        assertThat(sink.look(line.id(), ALL, mail -> {
            read.add(text(mail.message()));
            mail.message().envelope().recipients().forEach(recipient -> read.add(recipient.mailbox().toString()));
        })).isTrue();
        assertThat(read).containsExactly(large, "Bob@Sink.example", "eve@sink.example");
    }

    @Test
    void whatCannotBeKeptIsNotThereAtAll() {
        Message whole = ArchiveStore.about("broken", "bob@sink.example");
        assertThatThrownBy(() -> sink.keep("k",
                ArchiveStore.sunk(new Message(whole.id(), whole.envelope(), new BrokenContent())), NOON,
                Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(sink.holds("k")).isFalse();
        assertThat(DATABASE.rows("archived_address")).isZero();
        assertThat(DATABASE.rows("archived_part")).isZero();
    }

    @Test
    void itIsFoundByRecipientDomainTimeAndWhoMaySeeIt() {
        keep("bob", "bob@one.example");
        keep("eve", "eve@two.example");
        keep("both", "bob@one.example", "eve@two.example");
        sink.keep("late", ArchiveStore.sunk(ArchiveStore.about("late", "bob@one.example")), NOON.plusSeconds(1),
                Optional.empty());
        assertThat(subjects(ALL.to("BOB@one.example"))).containsExactly("bob", "both", "late");
        assertThat(subjects(ALL.to("two.example"))).containsExactly("eve", "both");
        assertThat(subjects(ALL.since(NOON.plusSeconds(1))))
                .containsExactly("late");
        ArchiveFilter mine = ALL.within(DomainSet.ofText("one.example"));
        assertThat(subjects(mine)).containsExactly("bob", "late");
        assertThat(sink.count(mine, 100)).isEqualTo(2);
        assertThat(sink.find(id("both"), mine)).isEmpty();
        assertThat(sink.look(id("both"), mine, mail -> {
        })).isFalse();
        assertThat(sink.forget(mine, 100)).isEqualTo(2);
        assertThat(subjects(ALL)).containsExactly("eve", "both");
    }

    @Test
    void pagesFollowEachOtherInEitherDirection() {
        IntStream.range(0, 5).forEach(i -> keep("m" + i, "bob@sink.example"));
        OptionalLong second = OptionalLong.of(id("m1"));
        assertThat(sink.list(new ArchiveQuery(ALL, ArchiveQuery.Order.OLDEST_FIRST, second, 2)))
                .extracting(ArchivedMail::subject)
                .containsExactly("m2", "m3");
        assertThat(sink.list(new ArchiveQuery(ALL, ArchiveQuery.Order.NEWEST_FIRST, OptionalLong.of(id("m3")), 2)))
                .extracting(ArchivedMail::subject)
                .containsExactly("m2", "m1");
        assertThat(sink.count(ALL, 3)).isEqualTo(3);
    }

    @Test
    void whatIsOverIsForgottenWithAllThatBelongsToIt() {
        keep("old", "bob@sink.example");
        sink.keep("new", ArchiveStore.sunk(ArchiveStore.about("new", "bob@sink.example")), NOON.plusSeconds(1),
                Optional.empty());
        assertThat(sink.forget(ALL.before(NOON.plusSeconds(1)), 100)).isEqualTo(1);
        assertThat(subjects(ALL)).containsExactly("new");
        assertThat(DATABASE.rows("archived_address")).isEqualTo(1);
        assertThat(DATABASE.rows("archived_part")).isEqualTo(1);
    }

    private ArchiveRoom room(String key, String most) {
        Settings settings = new Settings(SettingsCatalogue.ALL, Map.of(key, most));
        return new ArchiveRoom(sink, Destination.SINK, () -> SinkSettings.most(settings), InstantSource.fixed(NOON));
    }

    @Test
    void theOldestGoWhereThereAreTooMany() {
        ArchiveRoom room = room("sink.messages", "3");
        for (int i = 0; i < 5; i++) {
            keep("m" + i, "bob@sink.example");
            room.took(100);
        }
        assertThat(subjects(ALL)).containsExactly("m2", "m3", "m4");
    }

    @Test
    void theOldestGoWhereTheyAreTooLarge() {
        ArchiveRoom room = room("sink.octets", "1M");
        String body = "x".repeat(400_000);
        for (int i = 0; i < 4; i++) {
            Message message = ArchiveStore.of("Subject: m" + i + "\r\n\r\n" + body + "\r\n", "bob@sink.example");
            sink.keep("m" + i, ArchiveStore.sunk(message), NOON, Optional.empty());
            room.took(message.content().size());
        }
        assertThat(subjects(ALL)).containsExactly("m2", "m3");
        assertThat(sink.held(Destination.SINK).octets()).isLessThan(1 << 20);
    }

    private void handOver(String key, String place, String subject, Instant until) {
        sink.keep(key, ArchiveStore.handedOver(ArchiveStore.about(subject, "bob@app.example"), place), NOON,
                Optional.of(until));
    }

    @Test
    void eachPlaceHasItsOwnMailAndItsOwnTime() {
        keep("a test", "bob@sink.example");
        handOver("1", "queue:orders", "An Order", NOON.plusSeconds(10));
        handOver("2", "queue:orders", "A Complaint", NOON.plusSeconds(20));
        handOver("3", "topic:news", "News", NOON.plusSeconds(10));
        assertThat(subjects(ArchiveFilter.at("queue:orders"))).containsExactly("An Order", "A Complaint");
        assertThat(subjects(ArchiveFilter.ofSink())).containsExactly("a test");
        assertThat(sink.held().keySet()).containsExactly("queue:orders", "sink", "topic:news");
        assertThat(sink.held("queue:orders").messages()).isEqualTo(2);
        assertThat(sink.forgetOver(NOON.plusSeconds(10), 100)).isZero();
        assertThat(sink.forgetOver(NOON.plusSeconds(11), 100)).isEqualTo(2);
        assertThat(subjects(ALL)).containsExactly("a test", "A Complaint");
    }

    @Test
    void itIsFoundByNameSenderWordsAndTime() {
        handOver("1", "queue:orders", "An Order of 100% wool", NOON.plusSeconds(10));
        ArchiveFilter orders = ArchiveFilter.at("queue:orders");
        for (ArchiveFilter found : List.of(orders.named("0123456789ABCDEF"), orders.from("ANN@client.example"),
                orders.from("client.example"), orders.from("@Client.example"), orders.about("order OF 100%"),
                orders.about("ann@client"), orders.before(NOON.plusSeconds(1)))) {
            assertThat(subjects(found)).containsExactly("An Order of 100% wool");
        }
        for (ArchiveFilter none : List.of(orders.named("0123456789ABCDEE"), orders.from("example"),
                orders.from("_lient.example"), orders.about("100_"), orders.before(NOON))) {
            assertThat(subjects(none)).isEmpty();
        }
    }

    @Test
    void itIsReadAsItWasHandedOver() {
        Message message = ArchiveStore.about("An Order", "bob@app.example");
        Origin origin = new Origin(Optional.of("192.0.2.1"), Optional.empty(), Optional.of("client.example"),
                Optional.empty(), Optional.of("ann"), Optional.of("mx"));
        QueuedMail mail = QueuedMail.of(message, Arrival.at(NOON.minusSeconds(5))
                .expiring(Optional.of(NOON.plusSeconds(60)))
                .from(origin)
                .answering(new Answer(Answer.Kind.REPLY, new QueueId("FEDCBA9876543210"), Optional.of("order 7"))))
                .to(Optional.of(new Destination.ApplicationQueue("orders")));
        sink.keep("k", mail, NOON, Optional.of(NOON.plusSeconds(10)));
        List<QueuedMail> read = new ArrayList<>();
        sink.look(id("An Order"), ArchiveFilter.at("queue:orders"), read::add);
        QueuedMail again = read.getFirst();
        assertThat(again.arrival()).isEqualTo(mail.arrival());
        assertThat(again.course()).isEqualTo(mail.course());
        assertThat(again.message().envelope()).isEqualTo(message.envelope());
        assertThat(again.message().id()).isEqualTo(message.id());
    }
}
