package org.postern.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.AuditLog;
import org.postern.admin.access.Edit;
import org.postern.admin.access.Role;
import org.postern.admin.access.Told;
import org.postern.admin.audit.AuditLines;
import org.postern.admin.audit.AuditQuery;
import org.postern.admin.audit.Undoing;
import org.postern.config.ConsoleSettings;
import org.postern.config.Settings;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JpaAuditLogTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Settings SETTINGS = new Settings(ConsoleSettings.ALL, Map.of("audit.retention", "30d"));
    private static final TestDatabase DATABASE = new TestDatabase();
    private final AuditLog log = DATABASE.inTransactions(AuditLog.class,
            entities -> new JpaAuditLog(entities, SETTINGS));
    private final AuditLines lines = DATABASE.inTransactions(AuditLines.class,
            entities -> new JpaAuditLog(entities, SETTINGS));

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static AuditLine line(Instant at, String person, String thing) {
        return new AuditLine(0, at, person, Role.OPERATOR, "route added", thing, "", "to 100%_!");
    }

    private List<String> things(AuditQuery query) {
        return lines.find(query, 10).stream().map(AuditLine::thing).toList();
    }

    @Test
    void itIsFoundByPersonThingAndTime() {
        log.write(line(NOON, "alice", "route one"));
        log.write(line(NOON.plusSeconds(1), "Bob", "route 2_%"));
        log.write(line(NOON.plusSeconds(2), "alice", "alias three"));
        assertThat(things(AuditQuery.everything())).containsExactly("alias three", "route 2_%", "route one");
        assertThat(things(new AuditQuery("bob", "", Optional.empty(), Optional.empty(), Long.MAX_VALUE)))
                .containsExactly("route 2_%");
        assertThat(things(new AuditQuery("", "2_", Optional.empty(), Optional.empty(), Long.MAX_VALUE)))
                .containsExactly("route 2_%");
        assertThat(things(new AuditQuery("", "ROUTE ADDED", Optional.of(NOON.plusSeconds(1)),
                Optional.of(NOON.plusSeconds(2)), Long.MAX_VALUE))).containsExactly("route 2_%");
    }

    @Test
    void itIsFoundByWhatWasDoneUnderAnotherName() {
        log.write(line(NOON, "alice", "route one"));
        log.write(new AuditLine(0, NOON.plusSeconds(1), "bob", Role.OPERATOR, "rule added", "regel", "", ""));
        assertThat(things(new AuditQuery("", "Regel", List.of("route added", "route moved"), Optional.empty(),
                Optional.empty(), Long.MAX_VALUE))).containsExactly("regel", "route one");
        assertThat(things(new AuditQuery("ann", "Regel", List.of("route added"), Optional.empty(), Optional.empty(),
                Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void aPageGoesOnBelowTheLast() {
        for (int i = 0; i < 5; i++) {
            log.write(line(NOON.plusSeconds(i), "alice", "route " + i));
        }
        List<AuditLine> first = lines.find(AuditQuery.everything(), 2);
        assertThat(things(new AuditQuery("", "", Optional.empty(), Optional.empty(), first.getLast().key())))
                .containsExactly("route 2", "route 1", "route 0");
    }

    @Test
    void whatIsOldIsForgotten() {
        log.write(line(NOON.minus(Duration.ofDays(31)), "alice", "old"));
        log.write(line(NOON, "alice", "new"));
        assertThat(things(AuditQuery.everything())).containsExactly("new");
    }

    @Test
    void changeAndLineAreOneTransaction() throws Exception {
        assertThat(log.together(() -> "done", done -> Optional.of(Told.only(line(NOON, "alice", done)))))
                .isEqualTo("done");
        assertThatIllegalStateException().isThrownBy(() -> log.together(() -> {
            throw new IllegalStateException("the change fails");
        }, done -> Optional.of(Told.only(line(NOON, "alice", "never")))));
        assertThat(things(AuditQuery.everything())).containsExactly("done");
    }

    @Test
    void whatIsBegunGivesWayToWhatCameOfIt() {
        long first = log.begin(line(NOON, "alice", "first"));
        long second = log.begin(line(NOON, "alice", "second"));
        assertThat(things(AuditQuery.everything())).containsExactly("second", "first");
        log.end(first, Optional.of(Told.only(line(NOON, "alice", "first, done"))));
        log.end(second, Optional.empty());
        assertThat(things(AuditQuery.everything())).containsExactly("first, done");
    }

    @Test
    void howAnActIsTakenBackIsKeptWithItsLineAndForgottenWithIt() throws Exception {
        List<Edit> edits = List.of(new Edit("", "[[route]]", "", "b"), new Edit("x", "", "", ""));
        log.together(() -> "done", done -> Optional.of(new Told(line(NOON, "alice", "one"), edits, 0)));
        long key = lines.find(AuditQuery.everything(), 1).getFirst().key();
        assertThat(lines.edits(key)).isEqualTo(edits);
        assertThat(lines.undoing(List.of(key, key + 1))).containsExactly(Map.entry(key, Undoing.possible()));
        log.together(() -> "back", done -> Optional.of(new Told(line(NOON, "bob", "two"), List.of(), key)));
        long back = lines.find(AuditQuery.everything(), 1).getFirst().key();
        assertThat(lines.undoing(List.of(key))).containsExactly(Map.entry(key, Undoing.by(back)));
        log.write(line(NOON.plus(Duration.ofDays(31)), "alice", "later"));
        assertThat(lines.edits(key)).isEmpty();
        assertThat(DATABASE.rows("admin_edit")).isZero();
    }
}
