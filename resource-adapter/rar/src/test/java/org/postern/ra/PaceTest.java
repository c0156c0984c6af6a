package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.smtp.server.SmtpSession.Stage;

import java.time.Duration;

/** Command 300 s, block 180 s, 500 octets a second, a message in 1800 s, a reply in 60 s, a content in 7200 s, a session 14400 s. */
class PaceTest {
    private long now;
    private final Pace pace = new Pace(new SmtpActivationSpec().settings().patience(), () -> now);

    private void after(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void aCommandMayTakeFiveMinutes() {
        pace.reading(Stage.COMMAND, 0, true);
        after(299);
        assertThat(pace.exceeded()).isFalse();
        after(1);
        assertThat(pace.exceeded()).isTrue();
    }

    @Test
    void aTrickleOfOctetsDoesNotExtendTheTimeForACommand() {
        pace.reading(Stage.COMMAND, 0, true);
        for (int i = 0; i < 10; i++) {
            after(30);
            pace.reading(Stage.COMMAND, 1, false);
        }
        assertThat(pace.exceeded()).isTrue();
    }

    @Test
    void eachReplyStartsTheTimeForACommandAnew() {
        pace.reading(Stage.COMMAND, 0, true);
        after(299);
        pace.reading(Stage.COMMAND, 6, true);
        after(299);
        assertThat(pace.exceeded()).isFalse();
    }

    @Test
    void aBlockOfContentMayTakeThreeMinutes() {
        pace.reading(Stage.DATA, 6, true);
        after(179);
        assertThat(pace.exceeded()).isFalse();
        after(1);
        assertThat(pace.exceeded()).isTrue();
    }

    @Test
    void aTrickleOfContentIsTooSlowEvenIfEachBlockIsInTime() {
        pace.reading(Stage.DATA, 6, true);
        for (int i = 0; i < 3; i++) {
            after(60);
            pace.reading(Stage.DATA, 10, false);
        }
        after(1);
        assertThat(pace.exceeded()).isTrue();
    }

    @Test
    void contentThatComesAtTheMinimumRateMayGoOn() {
        pace.reading(Stage.DATA, 6, true);
        for (int i = 0; i < 70; i++) {
            after(100);
            assertThat(pace.exceeded()).isFalse();
            pace.reading(Stage.DATA, 50_000, false);
        }
    }

    @Test
    void howeverSteadilyContentComesItMustEndWithinTwoHours() {
        pace.reading(Stage.DATA, 6, true);
        for (int i = 0; i < 72; i++) {
            after(100);
            pace.reading(Stage.DATA, 100_000, false);
        }
        assertThat(pace.exceeded()).isTrue();
        pace.accepted();
        pace.reading(Stage.COMMAND, 10, true);
        assertThat(pace.exceeded()).isFalse();
        pace.reading(Stage.DATA, 6, true);
        assertThat(pace.exceeded()).as("the next message has time of its own").isFalse();
    }

    @Test
    void aSessionEndsAfterFourHoursBetweenTwoMessagesHoweverBusyItIs() {
        for (int i = 0; i < 143; i++) {
            after(100);
            pace.accepted();
        }
        pace.reading(Stage.COMMAND, 10, true);
        assertThat(pace.exceeded()).isFalse();
        after(100);
        assertThat(pace.exceeded()).isTrue();
        pace.reading(Stage.DATA, 10, true);
        assertThat(pace.exceeded()).as("a message may end").isFalse();
    }

    @Test
    void aFastStartDoesNotBuyMoreThanOneBlocksTime() {
        pace.reading(Stage.DATA, 6, true);
        pace.reading(Stage.DATA, 1_000_000, false);
        after(180);
        assertThat(pace.exceeded()).isTrue();
    }

    @Test
    void aSessionThatOnlyChatsIsEnded() {
        for (int i = 0; i < 30; i++) {
            pace.reading(Stage.COMMAND, 6, true);
            after(60);
        }
        assertThat(pace.exceeded()).isTrue();
    }

    @Test
    void anAcceptedMessageGivesNewTime() {
        after(1799);
        pace.accepted();
        pace.reading(Stage.COMMAND, 6, true);
        after(10);
        assertThat(pace.exceeded()).isFalse();
    }

    @Test
    void theTimeForAMessageDoesNotEndInTheMiddleOfOne() {
        after(1799);
        pace.reading(Stage.DATA, 6, true);
        after(10);
        assertThat(pace.exceeded()).isFalse();
    }

    @Test
    void aClientThatDoesNotTakeItsReplyIsTooSlow() {
        pace.writing();
        after(60);
        assertThat(pace.exceeded()).isTrue();
    }

    @Test
    void theReceiversTimeIsNotTheClients() {
        pace.reading(Stage.COMMAND, 0, true);
        pace.working();
        after(10_000);
        assertThat(pace.exceeded()).isFalse();
    }
}
