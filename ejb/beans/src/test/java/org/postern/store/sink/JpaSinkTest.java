package org.postern.store.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.mail.DomainSet;
import org.postern.mail.Message;
import org.postern.sink.Sink;
import org.postern.sink.SinkFilter;
import org.postern.sink.SinkQuery;
import org.postern.sink.SinkRoom;
import org.postern.sink.SunkMail;
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

class JpaSinkTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final SinkFilter ALL = SinkFilter.everything();

    private final Sink sink = SunkStore.in(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void keep(String subject, String... recipients) {
        sink.keep(subject, SunkStore.about(subject, recipients), NOON);
    }

    private List<String> subjects(SinkFilter filter) {
        return sink.list(SinkQuery.oldest(filter, 10)).stream().map(SunkMail::subject).toList();
    }

    private long id(String subject) {
        return sink.list(SinkQuery.oldest(ALL, 1000))
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
        sink.keep("k", SunkStore.of(large, "Bob@Sink.example", "eve@sink.example"), NOON);
        SunkMail line = sink.list(SinkQuery.oldest(ALL, 10)).getFirst();
        assertThat(line).isEqualTo(new SunkMail(line.id(), line.queueId(), NOON, "ann@client.example",
                "Bob@Sink.example", 2, "large", "", large.length()));
        List<String> read = new ArrayList<>();
        assertThat(sink.look(line.id(), ALL, message -> {
            read.add(text(message));
            message.envelope().recipients().forEach(recipient -> read.add(recipient.mailbox().toString()));
        })).isTrue();
        assertThat(read).containsExactly(large, "Bob@Sink.example", "eve@sink.example");
    }

    @Test
    void whatCannotBeKeptIsNotThereAtAll() {
        Message whole = SunkStore.about("broken", "bob@sink.example");
        assertThatThrownBy(() -> sink.keep("k", new Message(whole.id(), whole.envelope(), new BrokenContent()), NOON))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(sink.holds("k")).isFalse();
        assertThat(DATABASE.rows("sunk_address")).isZero();
        assertThat(DATABASE.rows("sunk_part")).isZero();
    }

    @Test
    void itIsFoundByRecipientDomainTimeAndWhoMaySeeIt() {
        keep("bob", "bob@one.example");
        keep("eve", "eve@two.example");
        keep("both", "bob@one.example", "eve@two.example");
        sink.keep("late", SunkStore.about("late", "bob@one.example"), NOON.plusSeconds(1));
        assertThat(subjects(ALL.to("BOB@one.example"))).containsExactly("bob", "both", "late");
        assertThat(subjects(ALL.to("two.example"))).containsExactly("eve", "both");
        assertThat(subjects(new SinkFilter(Optional.empty(), NOON.plusSeconds(1), DomainSet.ALL)))
                .containsExactly("late");
        SinkFilter mine = ALL.within(DomainSet.ofText("one.example"));
        assertThat(subjects(mine)).containsExactly("bob", "late");
        assertThat(sink.count(mine, 100)).isEqualTo(2);
        assertThat(sink.find(id("both"), mine)).isEmpty();
        assertThat(sink.look(id("both"), mine, message -> {
        })).isFalse();
        assertThat(sink.forget(mine, 100)).isEqualTo(2);
        assertThat(subjects(ALL)).containsExactly("eve", "both");
    }

    @Test
    void pagesFollowEachOtherInEitherDirection() {
        IntStream.range(0, 5).forEach(i -> keep("m" + i, "bob@sink.example"));
        OptionalLong second = OptionalLong.of(id("m1"));
        assertThat(sink.list(new SinkQuery(ALL, SinkQuery.Order.OLDEST_FIRST, second, 2)))
                .extracting(SunkMail::subject)
                .containsExactly("m2", "m3");
        assertThat(sink.list(new SinkQuery(ALL, SinkQuery.Order.NEWEST_FIRST, OptionalLong.of(id("m3")), 2)))
                .extracting(SunkMail::subject)
                .containsExactly("m2", "m1");
        assertThat(sink.count(ALL, 3)).isEqualTo(3);
    }

    @Test
    void whatIsOverIsForgottenWithAllThatBelongsToIt() {
        keep("old", "bob@sink.example");
        sink.keep("new", SunkStore.about("new", "bob@sink.example"), NOON.plusSeconds(1));
        assertThat(sink.forgetBefore(NOON.plusSeconds(1), 100)).isEqualTo(1);
        assertThat(subjects(ALL)).containsExactly("new");
        assertThat(DATABASE.rows("sunk_address")).isEqualTo(1);
        assertThat(DATABASE.rows("sunk_part")).isEqualTo(1);
    }

    private SinkRoom room(String key, String most) {
        return new SinkRoom(sink, new Settings(SettingsCatalogue.ALL, Map.of(key, most)), InstantSource.fixed(NOON));
    }

    @Test
    void theOldestGoWhereThereAreTooMany() {
        SinkRoom room = room("sink.messages", "3");
        for (int i = 0; i < 5; i++) {
            keep("m" + i, "bob@sink.example");
            room.took(100);
        }
        assertThat(subjects(ALL)).containsExactly("m2", "m3", "m4");
    }

    @Test
    void theOldestGoWhereTheyAreTooLarge() {
        SinkRoom room = room("sink.octets", "1M");
        String body = "x".repeat(400_000);
        for (int i = 0; i < 4; i++) {
            Message message = SunkStore.of("Subject: m" + i + "\r\n\r\n" + body + "\r\n", "bob@sink.example");
            sink.keep("m" + i, message, NOON);
            room.took(message.content().size());
        }
        assertThat(subjects(ALL)).containsExactly("m2", "m3");
        assertThat(sink.held().octets()).isLessThan(1 << 20);
    }
}
