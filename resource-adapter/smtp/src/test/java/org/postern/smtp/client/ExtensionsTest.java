package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.smtp.Reply;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ExtensionsTest {
    private static Extensions offering(String line) {
        return Extensions.in(new Reply(250, Optional.empty(), List.of("mx.example.net", line)));
    }

    @Test
    void keepsToTheLimitsThatTheServerTells() {
        Extensions extensions = offering("LIMITS MAILMAX=7 rcptmax=20");
        assertThat(extensions.messagesOr(100)).isEqualTo(7);
        assertThat(extensions.messagesOr(5)).isEqualTo(5);
        assertThat(extensions.recipientsOr(100)).isEqualTo(20);
    }

    @Test
    void keepsToItsOwnWhereTheServerTellsNothingThatMakesSense() {
        assertThat(offering("PIPELINING").messagesOr(100)).isEqualTo(100);
        assertThat(offering("LIMITS MAILMAX=many").messagesOr(100)).isEqualTo(100);
        assertThat(offering("LIMITS MAILMAX=").messagesOr(100)).isEqualTo(100);
        assertThat(offering("LIMITS MAILMAX=0").messagesOr(100)).isEqualTo(1);
    }
}
