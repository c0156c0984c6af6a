package org.postern.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.postern.limit.InMemoryCounters;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class LanesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Lanes lanes = new Lanes(new InMemoryCounters(InstantSource.fixed(NOON), 100), 10);

    private Lanes.Choice choice(String submitter, Map<String, String> parameters, String header) throws IOException {
        Envelope envelope = new Envelope(ReversePath.of(new Mailbox("a", new Domain("one.example"))),
                Parameters.of(parameters), List.of());
        Content content = Content.of((header + "\r\n\r\ntext\r\n").getBytes(US_ASCII));
        return lanes.of(submitter, envelope, HeaderSection.of(content));
    }

    @Test
    void mailThatSaysSoIsBulk() throws IOException {
        assertThat(choice("a", Map.of(), "Subject: x").lane()).isEqualTo(Lane.ORDINARY);
        assertThat(choice("a", Map.of(), "Precedence: Bulk").lane()).isEqualTo(Lane.BULK);
        assertThat(choice("a", Map.of(), "Precedence: list").lane()).isEqualTo(Lane.BULK);
        assertThat(choice("a", Map.of(), "Precedence: first-class").lane()).isEqualTo(Lane.ORDINARY);
        assertThat(choice("a", Map.of(), "List-Id: <users.one.example>").reason()).contains("bulk: List-Id");
        assertThat(choice("a", Map.of("MT-PRIORITY", "-3"), "Subject: x").lane()).isEqualTo(Lane.BULK);
    }

    @Test
    void whoeverMayBeServedBeforeOthersIsNeverBulk() throws IOException {
        assertThat(choice("a", Map.of("MT-PRIORITY", "3"), "Precedence: bulk").lane()).isEqualTo(Lane.ORDINARY);
    }

    @Test
    void whoeverHandsInMuchIsBulkFromThenOn() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThat(choice("user alice", Map.of(), "Subject: x").lane()).isEqualTo(Lane.ORDINARY);
        }
        assertThat(choice("user alice", Map.of(), "Subject: x").reason())
                .contains("bulk: more than 10 messages in a minute from user alice");
        assertThat(choice("user bob", Map.of(), "Subject: x").lane()).isEqualTo(Lane.ORDINARY);
    }

    @Test
    void applicationsAreCountedByTheDomainOfTheSender() {
        assertThat(Lanes.submitter(ReversePath.of(new Mailbox("a", new Domain("ONE.example")))))
                .isEqualTo("domain one.example");
        assertThat(Lanes.submitter(ReversePath.NULL)).isEqualTo("nobody");
    }

    @Test
    void eachLaneHasItsQueue() {
        assertThat(Lane.ofQueue(MailQueue.BULK)).isEqualTo(Lane.BULK);
        assertThat(Lane.ofQueue(MailQueue.OUTGOING)).isEqualTo(Lane.ORDINARY);
        assertThat(Optional.of(Lane.BULK.queue())).contains(MailQueue.BULK);
    }
}
