package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class HeadroomTest {
    @Test
    void isWhatTheQueuesAreShortOf() {
        Headroom headroom = new Headroom(queue -> OptionalLong.of(queue.equals(MailQueue.OUTGOING) ? 700 : 100), 1000,
                MailQueue.OUTGOING, MailQueue.INCOMING);
        headroom.took(500);
        assertThat(headroom.left()).isEqualTo(200);
        assertThat(new Headroom(queue -> OptionalLong.of(900), 1000, MailQueue.OUTGOING, MailQueue.INCOMING).left())
                .isZero();
    }

    @Test
    void isBoundedWhereTheDepthIsNotKnown() {
        Headroom headroom = new Headroom(queue -> OptionalLong.empty(), 1000, MailQueue.OUTGOING);
        assertThat(headroom.left()).isEqualTo(1000);
        headroom.took(1000);
        assertThat(headroom.left()).isZero();
    }

    @Test
    void isThereForAFewHoweverFullTheQueuesAre() {
        Headroom headroom = new Headroom(queue -> OptionalLong.of(5000), 1000, MailQueue.OUTGOING, MailQueue.INCOMING);
        assertThat(headroom.first()).isEqualTo(10);
        assertThat(headroom.left()).isZero();
    }

    @Test
    void isThatOfTheQueueAskedFor() {
        Backlog full = queue -> OptionalLong.of(queue.equals(MailQueue.OUTGOING) ? 5000 : 0);
        assertThat(new Headroom(full, 1000, MailQueue.INCOMING).left()).isEqualTo(1000);
    }

    @Test
    void knowsThatThereIsNoSuchQueueOnlyWhereItKnowsTheOthers() {
        Backlog local = queue -> queue.equals("orders") || queue.equals(MailQueue.OUTGOING)
                ? OptionalLong.of(0)
                : OptionalLong.empty();
        assertThat(local.lacks("orders")).isFalse();
        assertThat(local.lacks("ordres")).isTrue();
        Backlog elsewhere = queue -> OptionalLong.empty();
        assertThat(elsewhere.lacks("orders")).isFalse();
    }
}
