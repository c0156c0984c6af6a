package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.BeforeEach;

/** Content for which there is no room now, and which would be refused with room, too: nobody is asked to try that again. */
class ContentRefusalTest {
    private static final String TOO_LARGE = ("x".repeat(70) + "\r\n").repeat(1000);

    private TestSession session;

    @BeforeEach
    void begin() {
        begin(MemoryStore.Fault.WRITE);
    }

    private void begin(MemoryStore.Fault fault) {
        session = new TestSession(SessionSettings.DEFAULT.withMaxMessageSize(65_536), new MemoryStore(fault));
        session.say("EHLO client.example", "MAIL FROM:<a@client.example>", "RCPT TO:<b@test.example>");
    }

    @Test
    void contentThatIsTooLargeIsRefusedForGood() {
        session.say("DATA");
        session.send("first\r\n");
        assertThat(session.send(TOO_LARGE + ".\r\n")).startsWith("552 5.3.4");
    }

    @Test
    void contentWithABareLineFeedIsRefusedForGood() {
        session.say("DATA");
        session.send("first\r\n");
        assertThat(session.send("second\nthird\r\n.\r\n")).startsWith("554 5.6.");
    }

    @Test
    void whatIsRefusedForGoodStaysSo() {
        session.say("DATA");
        assertThat(session.send("second\nthird\r\n" + TOO_LARGE + ".\r\n")).startsWith("554 5.6.");
    }

    @Test
    void soIsAChunkWithABareLineFeed() {
        session.send("BDAT 21 LAST\r\nfirst\r\n");
        assertThat(session.send("second\nthird\r\n")).startsWith("554 5.6.");
    }

    @Test
    void aChunkThatIsTooLargeIsRefusedForGoodAlsoWhereNoPlaceIsFoundForIt() {
        begin(MemoryStore.Fault.BEGIN);
        assertThat(session.send("BDAT " + TOO_LARGE.length() + " LAST\r\n" + TOO_LARGE)).startsWith("552 5.3.4");
    }
}
