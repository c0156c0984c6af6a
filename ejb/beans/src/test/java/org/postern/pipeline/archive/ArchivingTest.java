package org.postern.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchiveRooms;
import org.postern.archive.ArchivedMail;
import org.postern.archive.Archives;
import org.postern.archive.MailArchive;
import org.postern.config.rule.ArchiveRule;
import org.postern.store.TestDatabase;
import org.postern.store.archive.ArchiveStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class ArchivingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final TestDatabase DATABASE = new TestDatabase();

    private final MailArchive archive = ArchiveStore.in(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private Archiving archiving(MailArchive store, long octets) {
        Archives archives = new Archives(List.of(new ArchiveRule("queue:orders", Duration.ofDays(2), octets)));
        return new Archiving(store, archives, new ArchiveRooms(store, archives, CLOCK));
    }

    private void comes(String place, String subject, String... recipients) {
        archiving(archive, 1 << 20).keep(ArchiveStore.handedOver(ArchiveStore.about(subject, recipients), place),
                NOON);
    }

    private List<String> subjects() {
        return archive.list(ArchiveQuery.oldest(ArchiveFilter.everything(), 10))
                .stream()
                .map(ArchivedMail::subject)
                .toList();
    }

    @Test
    void itIsKeptOnceForEachSetOfRecipientsAndForAsLongAsItsTableSays() {
        comes("queue:orders", "one", "bob@app.example");
        comes("queue:orders", "one", "bob@app.example");
        comes("queue:orders", "two", "eve@app.example");
        assertThat(subjects()).containsExactly("one", "two");
        assertThat(archive.forgetOver(NOON.plus(Duration.ofDays(2)), 10)).isZero();
        assertThat(archive.forgetOver(NOON.plus(Duration.ofDays(2)).plusMillis(1), 10)).isEqualTo(2);
    }

    @Test
    void whatNoTableNamesAnyMoreIsNotKept() {
        comes("queue:bills", "one", "bob@app.example");
        assertThat(subjects()).isEmpty();
    }

    @Test
    void theOldestGoesWhereThereIsMoreThanTheTableAllows() {
        Archiving archiving = archiving(archive, 150);
        for (String subject : List.of("one", "two", "three")) {
            archiving.keep(
                    ArchiveStore.handedOver(ArchiveStore.about(subject, subject + "@app.example"), "queue:orders"),
                    NOON);
        }
        assertThat(subjects()).containsExactly("two", "three");
    }

    @Test
    void whatTheDatabaseCannotKeepComesAgain() {
        TestDatabase gone = new TestDatabase();
        MailArchive away = ArchiveStore.in(gone);
        gone.close();
        assertThatThrownBy(() -> archiving(away, 150)
                .keep(ArchiveStore.handedOver(ArchiveStore.about("one", "bob@app.example"), "queue:orders"), NOON))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatAloneIsMoreThanTheTableKeepsDrivesNothingOut() {
        comes("queue:orders", "one", "bob@app.example");
        archiving(archive, 150).keep(ArchiveStore.handedOver(
                ArchiveStore.of("Subject: large\r\n\r\n" + "x".repeat(200) + "\r\n", "bob@app.example"),
                "queue:orders"), NOON);
        assertThat(subjects()).containsExactly("one");
    }

    @Test
    void whatWasHandedOverToNobodyIsNotLostHere() {
        assertThatThrownBy(() -> comes("host:a.example:25", "one", "bob@a.example"))
                .isInstanceOf(IllegalStateException.class);
    }
}
