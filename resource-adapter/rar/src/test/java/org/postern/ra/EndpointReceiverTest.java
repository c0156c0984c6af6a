package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reception;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A receiver that fails costs nobody a message: unknown means temporary. */
class EndpointReceiverTest {
    @TempDir
    private Path spool;

    private ListenerRig over(Inbox inbox) {
        return new ListenerRig(spool, inbox, spec -> {
        });
    }

    @Test
    void aFailureAtRecipientIsTemporaryAndTheSessionGoesOn() throws IOException {
        Inbox failing = new Inbox() {
            @Override
            public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
                throw new IllegalStateException("the database is gone");
            }
        };
        try (ListenerRig rig = over(failing); Client client = rig.connect()) {
            client.reply();
            client.ask("EHLO client.example");
            client.ask("MAIL FROM:<a@client.example>");
            assertThat(client.ask("RCPT TO:<b@test.example>")).startsWith("451 4.3.0").doesNotContain("database");
            assertThat(client.ask("NOOP")).startsWith("250");
            assertThat(rig.listener.counts().failures()).isEqualTo(1);
        }
    }

    @Test
    void aFailureAtTheMessageIsTemporary() throws IOException {
        Inbox failing = new Inbox() {
            @Override
            public Reception message(SessionFacts session, Envelope envelope, Content content) {
                throw new IllegalStateException("the commit failed");
            }
        };
        try (ListenerRig rig = over(failing); Client client = rig.connect()) {
            client.untilData();
            assertThat(client.ask("Subject: a\r\n\r\n.")).startsWith("451 4.3.0");
            assertThat(rig.listener.counts().messages()).isZero();
        }
    }

    @Test
    void aReceiverThatIsBeingTakenAwayHasNoFaultOfItsOwn() throws Exception {
        Inbox closing = new Inbox() {
            @Override
            public Reception message(SessionFacts session, Envelope envelope, Content content) {
                super.message(session, envelope, content);
                return new Reception.Refused(Replies.LOCAL_ERROR);
            }
        };
        closing.holdMessages();
        try (ListenerRig rig = over(closing); Client client = rig.connect()) {
            client.untilData();
            client.send("Subject: a\r\n\r\n.\r\n");
            closing.arrived.await();
            Thread suspension = Thread.ofVirtual().start(rig.listener::suspend);
            Eventually.is(() -> rig.listener.state() == ListenerState.SUSPENDED);
            closing.letGo();
            assertThat(client.reply()).startsWith("421 4.3.2");
            assertThat(client.reply()).isEqualTo("EOF");
            suspension.join(Duration.ofSeconds(10));
            assertThat(rig.listener.counts().failures()).isZero();
        }
    }

    @Test
    void aReceiverWithoutAnAnswerHasFailed() throws IOException {
        Inbox silent = new Inbox() {
            @Override
            public Reception message(SessionFacts session, Envelope envelope, Content content) {
                return null;
            }
        };
        try (ListenerRig rig = over(silent); Client client = rig.connect()) {
            client.untilData();
            assertThat(client.ask("Subject: a\r\n\r\n.")).startsWith("451 4.3.0");
        }
    }

    @Test
    void aFailureToTakeNoteOfARefusalChangesNothing() throws IOException {
        Inbox refusing = new Inbox() {
            @Override
            public AtCommand helo(SessionFacts session) {
                return new AtCommand.Reject(Reply.of(550, "5.7.1", "No"));
            }

            @Override
            public void refused(SessionFacts session, Refusal refusal) {
                throw new IllegalStateException("no trace");
            }
        };
        try (ListenerRig rig = over(refusing); Client client = rig.connect()) {
            client.reply();
            assertThat(client.ask("EHLO client.example")).startsWith("550 5.7.1");
        }
    }
}
