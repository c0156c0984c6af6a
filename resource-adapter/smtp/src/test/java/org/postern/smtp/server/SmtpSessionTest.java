package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.Reason;
import org.postern.receiver.Refusal;
import org.postern.smtp.Replies;
import org.postern.smtp.wire.Violation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class SmtpSessionTest {
    private static final Envelope PLAIN = new Envelope(ReversePath.NULL, Parameters.NONE, List.of());

    @ParameterizedTest
    @CsvSource({"refused, 550 5.7.1 Refused", "later, 451 4.7.1 Later", "closing, 421 4.7.0 Go away",
            "broken, '451 4.3.0 Local error, try again later'"})
    void aClientThatIsNotWantedHearsItInPlaceOfTheGreeting(String client, String reply) {
        TestSession session = new TestSession(SessionSettings.DEFAULT, new MemoryStore(), client);
        assertThat(session.replies()).isEqualTo(reply + " [ref s1]\r\n");
        assertThat(session.isClosed()).isTrue();
        assertThat(session.receiver.refusals).singleElement().extracting(Refusal::command).isEqualTo("connect");
    }

    @Test
    void theReceiverIsToldWhatWasRefusedInWhichTransaction() {
        TestSession session = TestSession.inTransaction();
        session.say("RCPT TO:<\u0001refused@test.example>", "RCPT TO:<refused@test.example>");
        Refusal last = session.receiver.refusals.getLast();
        assertThat(session.receiver.refusals.getFirst().command()).isEqualTo("RCPT TO:<?refused@test.example>");
        assertThat(last.command()).isEqualTo("RCPT TO:<refused@test.example>");
        assertThat(last.reversePath().flatMap(ReversePath::mailbox).map(Mailbox::toString))
                .contains("a@client.example");
        assertThat(last.reply().orElseThrow().code()).isEqualTo(550);
        assertThat(last.recipient().map(recipient -> recipient.mailbox().toString())).contains("refused@test.example");
    }

    @Test
    void eachRefusalOfTheSessionItselfSaysWhatItRestsOn() {
        TestSession session = TestSession.inTransaction();
        session.say("RCPT TO:<\u0001refused@test.example>");
        Refusal grammar = session.receiver.refusals.getLast();
        assertThat(grammar.recipient()).isEmpty();
        assertThat(grammar.reason()).isEqualTo(Reason.section("RFC 5321, 4.1.2").by("grammar"));
        session.say("DATA");
        session.say("Subject: x", "y".repeat(SessionSettings.DEFAULT.maxTextLine() + 1), ".");
        assertThat(session.receiver.refusals.getLast().reason())
                .isEqualTo(Reason.setting("smtp.text-line-limit").by("grammar"));
        session.say("MAIL FROM:<a@client.example> SIZE=99999999999");
        assertThat(session.receiver.refusals.getLast().reason())
                .isEqualTo(Reason.setting("smtp.message-size-limit").by("message-size"));
    }

    @ParameterizedTest
    @CsvSource({"'', DATA", "BODY=7BIT, DATA", "BODY=8BITMIME, DATA", "'', BDAT"})
    void whatTheContentIsCountsMoreThanWhatWasDeclaredOfIt(String declared, String by) {
        TestSession session = new TestSession();
        session.say("EHLO client.example", "MAIL FROM:<a@client.example> " + declared, "RCPT TO:<b@test.example>");
        String content = "Subject: x\r\n\r\nbl\u00e5\r\n";
        if (by.equals("DATA")) {
            session.say("DATA");
            session.send(content + ".\r\n");
        } else {
            session.send("BDAT 5\r\n" + content.substring(0, 5));
            session.send("BDAT " + (content.length() - 5) + " LAST\r\n" + content.substring(5));
        }
        assertThat(session.receiver.queued.getFirst()).contains("BODY=8BITMIME").doesNotContain("7BIT\r");
    }

    @Test
    void moreRecipientsThanAQueueCarriesGoIntoAnotherMessage() {
        TestSession session = TestSession.inTransaction();
        String host = ("d".repeat(60) + ".").repeat(2) + "test.example";
        for (int i = 0; i < 100; i++) {
            String longest = "%04d".formatted(i) + "x".repeat(45) + "@" + host + "> ORCPT=rfc822;" + "y".repeat(480);
            assertThat(session.say("RCPT TO:<" + longest)).startsWith("250 ");
        }
        int taken = 0;
        String reply = "250 ";
        while (reply.startsWith("250 ") && taken < 900) {
            reply = session.say("RCPT TO:<%04d@%s>".formatted(taken++, host));
        }
        assertThat(reply).startsWith("452 4.5.3 Recipients too long");
        session.say("DATA");
        assertThat(session.say("Subject: for those before", ".")).startsWith("250 ");
        assertThat(session.receiver.queued.getFirst().indexOf("\r\nSubject")).isBetween(
                MailTransaction.MAX_RECIPIENTS_LENGTH - 1000, MailTransaction.MAX_RECIPIENTS_LENGTH + 400);
    }

    @Test
    void asManyRecipientsAsAreAnnouncedAreTakenHoweverLongTheyAre() {
        TestSession session = new TestSession(SessionSettings.DEFAULT.withMaxRecipients(8000), new MemoryStore());
        String limits = session.say("EHLO client.example")
                .lines()
                .filter(line -> line.contains("RCPTMAX="))
                .findFirst()
                .orElseThrow();
        session.say("MAIL FROM:<a@client.example>");
        String host = ("d".repeat(63) + ".").repeat(2) + "d".repeat(48) + ".test.example";
        String parameters = " NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;" + "y".repeat(493);
        int announced = Integer.parseInt(limits.substring(limits.indexOf('=') + 1).strip());
        for (int i = 0; i < announced; i++) {
            assertThat(session.say("RCPT TO:<%04d%s@%s>%s".formatted(i, "x".repeat(60), host, parameters)))
                    .startsWith("250 ");
        }
    }

    @Test
    void aRefusedCommandIsToldInBoundedLength() {
        TestSession session = new TestSession();
        session.say("FOO " + "x".repeat(1500));
        assertThat(session.receiver.refusals.getLast().command()).hasSize(512);
    }

    @Test
    void aFloodOfRefusalsIsNoFloodInTheTrace() {
        TestSession session = TestSession.inTransaction();
        for (int i = 0; i < 1000; i++) {
            session.say("RCPT TO:<later@test.example>");
        }
        assertThat(session.receiver.refusals).hasSize(ReplyChannel.MAX_TOLD);
        assertThat(session.say("RCPT TO:<later@test.example>")).startsWith("421 4.7.0 ");
        assertThat(session.receiver.refusals).hasSize(ReplyChannel.MAX_TOLD + 1);
        assertThat(session.receiver.refusals.getLast().reply()).hasValue(Replies.TOO_MANY_ERRORS);
        assertThat(session.receiver.refusals.getLast().reason().toString()).contains("maxRefusals is 1000", "451");
    }

    @Test
    void contentThatIsRefusedIsToldWithItsSender() {
        TestSession session = TestSession.inTransaction();
        session.say("DATA");
        session.say("Subject: refused", ".");
        Refusal last = session.receiver.refusals.getLast();
        assertThat(last.command()).isEqualTo("content");
        assertThat(last.reversePath()).isPresent();
    }

    @Test
    void contentThatIsRefusedIsFreedBeforeItsEnd() throws IOException {
        MemoryStore store = new MemoryStore();
        SmtpSession session = new SmtpSession(SessionSettings.DEFAULT, TestSession.facts("client.example"),
                new TestReceiver(), store, OutputStream.nullOutputStream());
        session.open();
        feed(session, "EHLO a.example\r\nMAIL FROM:<a@a.example>\r\nRCPT TO:<b@test.example>\r\nDATA\r\n");
        feed(session, "Subject: bare\nLF\r\n");
        assertThat(session.inMessage()).isTrue();
        assertThat(store.open()).isZero();
    }

    private static void feed(SmtpSession session, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        session.receive(octets, 0, octets.length);
    }

    @Test
    void repliesToPipelinedCommandsAreFlushedTogether() throws IOException {
        int[] flushes = {0};
        SmtpSession session = new SmtpSession(SessionSettings.DEFAULT, TestSession.facts("client.example"),
                new TestReceiver(), new MemoryStore(), new OutputStream() {
                    @Override
                    public void write(int octet) {}

                    @Override
                    public void flush() {
                        flushes[0]++;
                    }
                });
        session.open();
        byte[] group = "NOOP\r\nNOOP\r\nNOOP\r\n".getBytes(StandardCharsets.US_ASCII);
        session.receive(group, 0, group.length);
        assertThat(flushes[0]).isEqualTo(2);
    }

    @Test
    void waitsForDataWhileAMessageArrives() {
        TestSession session = TestSession.inTransaction();
        assertThat(session.session.stage()).isEqualTo(SmtpSession.Stage.COMMAND);
        session.say("DATA");
        assertThat(session.session.stage()).isEqualTo(SmtpSession.Stage.DATA);
        assertThat(session.session.inMessage()).isTrue();
        session.say("text", ".");
        assertThat(session.session.inMessage()).isFalse();
    }

    @Test
    void aTimeOutWithinAMessageDiscardsIt() throws IOException {
        TestSession session = TestSession.inTransaction();
        session.say("DATA");
        session.send("half a mess");
        assertThat(session.session.end(Replies.TIMED_OUT, "too slow")).isEqualTo(SmtpSession.State.CLOSE);
        assertThat(session.replies()).startsWith("421 4.4.2 ");
        assertThat(session.receiver.queued).isEmpty();
        assertThat(session.receiver.refusals.getLast().command()).isEqualTo("content");
        assertThat(session.store.open()).isZero();
    }

    @Test
    void anIdleClientThatIsSentAwayIsToldOfWithTheReason() throws IOException {
        TestSession session = new TestSession();
        session.session.end(Replies.SHUTTING_DOWN, "suspended");
        assertThat(session.replies()).contains("421 4.3.2 ");
        assertThat(session.receiver.refusals).singleElement()
                .isEqualTo(new Refusal("waiting", Optional.empty(), Optional.empty(),
                        Optional.of(Replies.SHUTTING_DOWN), Reason.seen("suspended")));
    }

    @Test
    void aClientThatVanishesLeavesNothingBehind() {
        TestSession session = TestSession.inTransaction();
        session.say("DATA");
        session.send("text\r\n.\r");
        session.session.lost();
        assertThat(session.receiver.queued).isEmpty();
        assertThat(session.store.open()).isZero();
        assertThat(session.send("\n")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void noRoomForContentIsTemporaryAndTheSessionGoesOn(MemoryStore.Fault fault) {
        MemoryStore store = new MemoryStore(fault);
        TestSession session = new TestSession(SessionSettings.DEFAULT, store);
        session.say("EHLO client.example", "MAIL FROM:<a@client.example>", "RCPT TO:<b@test.example>");
        String reply = session.say("DATA");
        if (fault != MemoryStore.Fault.BEGIN) {
            reply = session.say("text", ".");
        }
        assertThat(reply).startsWith("452 4.3.1 ");
        assertThat(session.receiver.queued).isEmpty();
        assertThat(store.open()).isZero();
        assertThat(session.say("NOOP")).startsWith("250 ");
    }

    @Test
    void theContentIsReadableUntilTheReceiverReturnsAndFreedThen() {
        TestSession session = TestSession.inTransaction();
        session.say("DATA");
        assertThat(session.store.open()).isEqualTo(1);
        assertThat(session.say("text", ".")).isEqualTo("250 2.6.0 Message accepted, queued as 0123456789ABCDEF\r\n");
        assertThat(session.store.open()).isZero();
    }

    @Test
    void whatAnExceptionSaysIsNotToldToTheClient() {
        TestSession session = TestSession.inTransaction();
        session.say("DATA");
        assertThat(session.say("Subject: broken", ".")).startsWith("451 4.3.0 ").doesNotContain("SELECT");
    }

    @Test
    void theFactsHoldTheNameGivenLast() {
        TestSession session = new TestSession();
        assertThat(session.session.facts().helo()).isEmpty();
        session.say("EHLO one.example");
        assertThat(session.session.facts().protocol(PLAIN)).isEqualTo("ESMTP");
        session.say("HELO two.example");
        assertThat(session.session.facts().helo()).isEqualTo(Optional.of("two.example"));
        assertThat(session.session.facts().protocol(PLAIN)).isEqualTo("SMTP");
    }

    @Test
    void settingsBelowWhatTheStandardAsksForAreRefused() {
        assertThatThrownBy(() -> SessionSettings.DEFAULT.withMaxRecipients(99))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionSettings.DEFAULT.withMaxMessageSize(1000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionSettings.DEFAULT.withMaxErrors(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatChangesTheEndOfALineIsNeverTolerated() {
        for (Violation violation : Violation.values()) {
            if (violation.section().endsWith("2.3.8")) {
                assertThatThrownBy(() -> SessionSettings.DEFAULT.tolerating(Set.of(violation)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void theProtocolTellsOfTlsIdentityAndUtf8() {
        TestSession session = new TestSession(TestSession.Terms.PLAIN.inTls().with(List.of("PLAIN")));
        session.say("EHLO client.example");
        session.say("AUTH PLAIN AGFsaWNlAHNlY3JldA==");
        session.say("MAIL FROM:<> SMTPUTF8", "RCPT TO:<b@test.example>", "BDAT 0 LAST");
        session.say("MAIL FROM:<>", "RCPT TO:<b@test.example>", "BDAT 0 LAST");
        assertThat(session.receiver.protocols).containsExactly("UTF8SMTPSA", "ESMTPSA");
    }

    @Test
    void aMessageInChunksIsOneThatAShutdownWaitsFor() {
        TestSession session = TestSession.inTransaction();
        session.send("BDAT 10\r\ntext");
        assertThat(session.session.stage()).isEqualTo(SmtpSession.Stage.DATA);
        session.send("\r\nmore");
        assertThat(session.session.stage()).isEqualTo(SmtpSession.Stage.COMMAND);
        assertThat(session.session.inMessage()).isTrue();
        session.session.lost();
        assertThat(session.store.open()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void noRoomForAChunkIsTemporaryAndTheSessionGoesOn(MemoryStore.Fault fault) {
        MemoryStore store = new MemoryStore(fault);
        TestSession session = new TestSession(SessionSettings.DEFAULT, store);
        session.say("EHLO client.example", "MAIL FROM:<a@client.example>", "RCPT TO:<b@test.example>");
        assertThat(session.send("BDAT 6 LAST\r\nQUIT\r\n")).startsWith("452 4.3.1 ");
        assertThat(store.open()).isZero();
        assertThat(session.say("NOOP")).startsWith("250 ");
    }

    @Test
    void nothingIsWrittenIntoAHandshake() throws IOException {
        TestSession session = new TestSession(SessionSettings.DEFAULT.withStartTls(true), new MemoryStore());
        session.say("EHLO client.example");
        session.say("STARTTLS");
        session.replies.reset();
        assertThat(session.session.end(Replies.TIMED_OUT, "too slow")).isEqualTo(SmtpSession.State.CLOSE);
        assertThat(session.replies()).isEmpty();
    }

    @Test
    void contentThatIsRefusedInLmtpIsRefusedForEachRecipientAndToldOnce() {
        TestSession session = new TestSession(TestSession.Terms.PLAIN.in(ProtocolRole.LMTP));
        session.say("LHLO client.example", "MAIL FROM:<>", "RCPT TO:<b@test.example>", "RCPT TO:<c@test.example>",
                "DATA");
        assertThat(session.say("Subject: refused", ".").lines()).hasSize(2)
                .containsOnly("550 5.7.1 Refused [ref s1]");
        assertThat(session.receiver.refusals).hasSize(1);
    }
}
