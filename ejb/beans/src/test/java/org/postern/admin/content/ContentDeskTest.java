package org.postern.admin.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.content.Field;
import org.postern.mail.Content;
import org.postern.mail.DomainSet;
import org.postern.queue.ParkedQuery;
import org.postern.store.parked.ManyParked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ContentDeskTest {
    private final ManyParked parked = new ManyParked();
    private final ContentDesk desk = new ContentDesk(parked.waiting(),
            List.of((one, domains, reading) -> one.equals("dead/1") && domains.isAll() && shown(reading)));
    private String key = "";

    private static boolean shown(OtherMail.Reading reading) {
        try {
            reading.of("a dead letter", Content.of("Subject: x\r\n\r\ny\r\n".getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void park() {
        parked.park(1);
        key = parked.waiting().list(ParkedQuery.first(1)).getFirst().key();
    }

    private static String all(TakenFile file) throws IOException {
        try (file) {
            String text = new String(file.octets().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(file.size()).isEqualTo(text.length());
            return text;
        }
    }

    @Test
    void theSourceIsTakenOctetByOctetUnderTheNameOfTheMessage() throws IOException {
        TakenFile source = desk.source(key).orElseThrow();
        assertThat(source.name()).matches("[0-9A-Z]{16}\\.eml");
        assertThat(all(source)).contains("\r\n\r\n");
    }

    @Test
    void aPartIsTakenByItsNumber() throws IOException {
        ShownMail shown = desk.look(key).orElseThrow();
        assertThat(shown.parts()).hasSize(1);
        assertThat(shown.hasText(false)).isTrue();
        assertThat(shown.hasText(true)).isFalse();
        assertThat(all(desk.file(key, 0).orElseThrow())).hasSize((int) shown.parts().getFirst().size());
        assertThat(desk.file(key, 1)).isEmpty();
    }

    @Test
    void whatLiesElsewhereIsReadThere() throws IOException {
        assertThat(desk.look("dead/1").orElseThrow().first()).contains(new Field("Subject", "x"));
        TakenFile source = desk.source("dead/1").orElseThrow();
        assertThat(source.name()).isEqualTo("a dead letter.eml");
        assertThat(all(source)).endsWith("y\r\n");
        assertThat(desk.source("dead/2")).isEmpty();
    }

    @Test
    void whatWaitsNoLongerIsGone() {
        assertThat(desk.look("another")).isEmpty();
        assertThat(desk.text("another", true)).isEmpty();
        assertThat(desk.file("another", 0)).isEmpty();
        assertThat(desk.source("another")).isEmpty();
    }

    @Test
    void toWhoIsLimitedToSomeDomainsMailOfOthersIsGone() throws Exception {
        parked.quarantineBy("score", "mixed", "a@one.example", "b@two.example");
        Caller limited = new Caller("ann", Role.OPERATOR, DomainSet.ofText("one.example"));
        assertThat(limited.does(() -> desk.look("mixed"))).isEmpty();
        assertThat(limited.does(() -> desk.text("mixed", false))).isEmpty();
        assertThat(limited.does(() -> desk.file("mixed", 0))).isEmpty();
        assertThat(limited.does(() -> desk.source("mixed"))).isEmpty();
        Caller ofBoth = new Caller("ann", Role.OPERATOR, DomainSet.ofText("one.example two.example"));
        assertThat(ofBoth.does(() -> desk.look("mixed"))).isPresent();
    }

    @Test
    void theFieldsThatPeopleLookAtComeFirst() {
        ShownMail shown = desk.look(key).orElseThrow();
        assertThat(shown.first()).extracting(Field::name).isSubsetOf("From", "To", "Subject", "Date");
        assertThat(desk.text(key, false).orElseThrow().html()).startsWith("<pre");
    }
}
