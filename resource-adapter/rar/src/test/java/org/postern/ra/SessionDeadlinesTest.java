package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.smtp.server.SmtpSession.Stage;

import java.time.Duration;

/** Command 300 s, block 180 s, 500 octets a second, a message in 1800 s, a reply in 60 s, a content in 7200 s, a session 14400 s. */
class SessionDeadlinesTest {
    private long now;
    private final SessionDeadlines deadlines = new SessionDeadlines(new SmtpActivationSpec().settings().patience(),
            () -> now);

    private void after(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void aCommandMayTakeFiveMinutes() {
        deadlines.reading(Stage.COMMAND, 0, true);
        after(299);
        assertThat(deadlines.exceeded()).isFalse();
        after(1);
        assertThat(deadlines.exceeded()).isTrue();
    }

    @Test
    void aTrickleOfOctetsDoesNotExtendTheTimeForACommand() {
        deadlines.reading(Stage.COMMAND, 0, true);
        for (int i = 0; i < 10; i++) {
            after(30);
            deadlines.reading(Stage.COMMAND, 1, false);
        }
        assertThat(deadlines.exceeded()).isTrue();
    }

    @Test
    void eachReplyStartsTheTimeForACommandAnew() {
        deadlines.reading(Stage.COMMAND, 0, true);
        after(299);
        deadlines.reading(Stage.COMMAND, 6, true);
        after(299);
        assertThat(deadlines.exceeded()).isFalse();
    }

    @Test
    void aBlockOfContentMayTakeThreeMinutes() {
        deadlines.reading(Stage.DATA, 6, true);
        after(179);
        assertThat(deadlines.exceeded()).isFalse();
        after(1);
        assertThat(deadlines.exceeded()).isTrue();
    }

    @Test
    void aTrickleOfContentIsTooSlowEvenIfEachBlockIsInTime() {
        deadlines.reading(Stage.DATA, 6, true);
        for (int i = 0; i < 3; i++) {
            after(60);
            deadlines.reading(Stage.DATA, 10, false);
        }
        after(1);
        assertThat(deadlines.exceeded()).isTrue();
    }

    @Test
    void contentThatComesAtTheMinimumRateMayGoOn() {
        deadlines.reading(Stage.DATA, 6, true);
        for (int i = 0; i < 70; i++) {
            after(100);
            assertThat(deadlines.exceeded()).isFalse();
            deadlines.reading(Stage.DATA, 50_000, false);
        }
    }

    @Test
    void howeverSteadilyContentComesItMustEndWithinTwoHours() {
        deadlines.reading(Stage.DATA, 6, true);
        for (int i = 0; i < 72; i++) {
            after(100);
            deadlines.reading(Stage.DATA, 100_000, false);
        }
        assertThat(deadlines.exceeded()).isTrue();
        deadlines.accepted();
        deadlines.reading(Stage.COMMAND, 10, true);
        assertThat(deadlines.exceeded()).isFalse();
        deadlines.reading(Stage.DATA, 6, true);
        assertThat(deadlines.exceeded()).as("the next message has time of its own").isFalse();
    }

    @Test
    void aSessionEndsAfterFourHoursBetweenTwoMessagesHoweverBusyItIs() {
        for (int i = 0; i < 143; i++) {
            after(100);
            deadlines.accepted();
        }
        deadlines.reading(Stage.COMMAND, 10, true);
        assertThat(deadlines.exceeded()).isFalse();
        after(100);
        assertThat(deadlines.exceeded()).isTrue();
        deadlines.reading(Stage.DATA, 10, true);
        assertThat(deadlines.exceeded()).as("a message may end").isFalse();
    }

    @Test
    void aFastStartDoesNotBuyMoreThanOneBlocksTime() {
        deadlines.reading(Stage.DATA, 6, true);
        deadlines.reading(Stage.DATA, 1_000_000, false);
        after(180);
        assertThat(deadlines.exceeded()).isTrue();
    }

    @Test
    void aSessionThatOnlyChatsIsEnded() {
        for (int i = 0; i < 30; i++) {
            deadlines.reading(Stage.COMMAND, 6, true);
            after(60);
        }
        assertThat(deadlines.exceeded()).isTrue();
    }

    @Test
    void anAcceptedMessageGivesNewTime() {
        after(1799);
        deadlines.accepted();
        deadlines.reading(Stage.COMMAND, 6, true);
        after(10);
        assertThat(deadlines.exceeded()).isFalse();
    }

    @Test
    void theTimeForAMessageDoesNotEndInTheMiddleOfOne() {
        after(1799);
        deadlines.reading(Stage.DATA, 6, true);
        after(10);
        assertThat(deadlines.exceeded()).isFalse();
    }

    @Test
    void aClientThatDoesNotTakeItsReplyIsTooSlow() {
        deadlines.writing();
        after(60);
        assertThat(deadlines.exceeded()).isTrue();
    }

    @Test
    void theReceiversTimeIsNotTheClients() {
        deadlines.reading(Stage.COMMAND, 0, true);
        deadlines.working();
        after(10_000);
        assertThat(deadlines.exceeded()).isFalse();
    }
}
