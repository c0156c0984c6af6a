package org.postern.admin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.AuditInMemory;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.admin.access.Said;
import org.postern.admin.learn.LearningDesk.Taught;
import org.postern.content.learn.Label;
import org.postern.content.learn.LiveModel;
import org.postern.content.learn.Sample;
import org.postern.content.teach.InMemoryLearning;
import org.postern.content.teach.VocabularyMail;
import org.postern.queue.ParkedQuery;
import org.postern.store.parked.ManyParked;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

class LearningDeskTest {
    private final ManyParked parked = new ManyParked();
    private final InMemoryLearning store = new InMemoryLearning();
    private final AuditInMemory audit = new AuditInMemory();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final LearningDesk desk = new LearningDesk(store, store, new LiveModel(), parked.waiting(), audit,
            () -> now);
    private String key = "";

    @BeforeEach
    void park() {
        parked.park(1);
        key = parked.waiting().list(ParkedQuery.first(1)).getFirst().key();
    }

    private static InputStream message(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void teachMany(String by) {
        for (int i = 0; i < LearningDesk.MOST_A_DAY; i++) {
            Sample sample = VocabularyMail.sample(Label.SPAM, i);
            store.put(new Sample(sample.key(), Label.SPAM, now, sample.features()), by, false);
        }
    }

    @Test
    void whatWaitsIsTaughtByAPersonAndGoesOnWaiting() {
        assertThat(desk.teach(Label.SPAM, key, "alice")).isEqualTo(Taught.KEPT);
        assertThat(desk.look().spam()).isEqualTo(1);
        assertThat(store.countOf("alice", now)).isEqualTo(1);
        assertThat(parked.count()).isEqualTo(1);
        assertThat(desk.teach(Label.SPAM, "another", "alice")).isEqualTo(Taught.GONE);
    }

    @Test
    void whatWasNotTaughtIsNoAct() throws Exception {
        assertThat(Said.by(() -> desk.teach(Label.SPAM, "another", "alice"))).contains(false);
        assertThat(Said.by(() -> desk.teach(Label.SPAM, key, "alice"))).isEmpty();
    }

    @Test
    void nobodyTeachesMoreThanHisMeasureADay() throws IOException {
        teachMany("alice");
        assertThat(desk.teach(Label.SPAM, key, "alice")).isEqualTo(Taught.TOO_MANY);
        assertThat(desk.importOne(Label.SPAM, message("Subject: x\n\none\n"), "alice")).isEqualTo(Taught.KEPT);
        assertThat(desk.teach(Label.SPAM, key, "bob")).isEqualTo(Taught.KEPT);
        now = now.plus(Duration.ofDays(1));
        assertThat(desk.teach(Label.SPAM, key, "alice")).isEqualTo(Taught.KEPT);
    }

    @Test
    void whatIsShownAgainIsForgotten() throws IOException {
        desk.importOne(Label.HAM, message("Subject: x\n\none\n"), "alice");
        assertThat(desk.forget(message("Received: y\r\nSubject: x\r\n\r\none\r\n"))).isTrue();
        assertThat(desk.forget(message("Subject: x\n\none\n"))).isFalse();
        assertThat(desk.look().ham()).isZero();
    }

    @Test
    void tellsThatTooLittleWasTaught() {
        assertThat(desk.look().isTooFew()).isTrue();
        assertThat(desk.look().versions()).isEmpty();
    }

    @Test
    void anImportIsOneAct() throws Exception {
        Caller alice = new Caller("alice", Role.OPERATOR);
        for (int i = 0; i < 3; i++) {
            alice.does(() -> desk.importOne(Label.SPAM, message("Subject: x\n\none\n"), "alice"));
            now = now.plus(Duration.ofMinutes(10));
        }
        assertThat(audit.told()).containsExactly("alice: messages imported");
        now = now.plus(Duration.ofMinutes(30));
        alice.does(() -> desk.importOne(Label.SPAM, message("Subject: x\n\none\n"), "alice"));
        assertThat(audit.lines()).hasSize(2);
    }
}
