package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.receiver.Refusal;
import org.postern.smtp.wire.Command;

import java.util.List;
import java.util.Optional;

/** What a client sends to prove who it is reaches the mechanism, and no trace, reply or text of ours (RFC 4954, 9). */
class KeepsSecretsTest {
    private static final String SECRET = "AGFsaWNlAHdyb25n";

    private static TestSession session(TestSession.Terms terms) {
        TestSession session = new TestSession(terms.with(List.of("PLAIN", "LOGIN")));
        session.say("EHLO client.example");
        return session;
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH PLAIN " + SECRET, "auth plain " + SECRET, "AUTH PLAIN " + SECRET + " more",
            "AUTH  PLAIN " + SECRET, "AUTH\tPLAIN " + SECRET, " AUTH PLAIN " + SECRET, "XAUTH " + SECRET,
            "AUTH PLAIN \u0001" + SECRET, "AUTH NTLM " + SECRET,
            "AUTH " + SECRET})
    void whateverIsWrongWithTheLine(String line) {
        for (TestSession.Terms terms : List.of(TestSession.Terms.PLAIN, TestSession.Terms.PLAIN.inTls())) {
            TestSession session = session(terms);
            String reply = session.say(line);
            assertThat(reply).startsWith("5").doesNotContain(SECRET);
            assertThat(session.receiver.refusals).singleElement()
                    .extracting(Refusal::command)
                    .asString()
                    .doesNotContainIgnoringCase(SECRET);
        }
    }

    @Test
    void inARefusedResponse() {
        TestSession session = session(TestSession.Terms.PLAIN.inTls());
        session.say("AUTH LOGIN");
        session.say("YWxpY2U=");
        assertThat(session.say(SECRET)).startsWith("535 5.7.8 ");
        assertThat(session.receiver.refusals).singleElement().extracting(Refusal::command).isEqualTo("AUTH LOGIN");
    }

    @Test
    void inWhatWasSentWithoutWaitingForAChallengeThatNeverCame() {
        TestSession session = session(TestSession.Terms.PLAIN.with(SessionSettings.DEFAULT.withStartTls(true)));
        session.say("AUTH LOGIN");
        session.say("YWxpY2U=");
        session.say(SECRET);
        assertThat(session.receiver.refusals).hasSize(3)
                .noneSatisfy(refusal -> assertThat(refusal.command()).containsAnyOf("YWxpY2U=", SECRET));
    }

    @Test
    void inTheCommandAsText() {
        assertThat(new Command.Auth("PLAIN", Optional.of(SECRET))).hasToString("AUTH PLAIN");
    }

    @Test
    void butTellsOtherCommandsAsTheyAre() {
        TestSession session = session(TestSession.Terms.PLAIN);
        session.say("AUTH LOGIN");
        session.say("RCPT TO:<refused@test.example>");
        assertThat(session.receiver.refusals.getLast().command()).isEqualTo("RCPT TO:<refused@test.example>");
    }
}
