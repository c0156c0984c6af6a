package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class HeadroomTest {
    @Test
    void isWhatTheQueuesAreShortOf() {
        Headroom headroom = new Headroom(queue -> OptionalLong.of(queue.equals(MailQueue.OUTGOING) ? 700 : 100), 1000);
        headroom.took(500);
        assertThat(headroom.left()).isEqualTo(200);
        assertThat(new Headroom(queue -> OptionalLong.of(900), 1000).left()).isZero();
    }

    @Test
    void isBoundedWhereTheDepthIsNotKnown() {
        Headroom headroom = new Headroom(queue -> OptionalLong.empty(), 1000);
        assertThat(headroom.left()).isEqualTo(1000);
        headroom.took(1000);
        assertThat(headroom.left()).isZero();
    }
}
