package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;

class LoopFilterTest {
    private static AtCommand verdict(int received) {
        String text = "Received: from a\n by b\n".repeat(received) + "X-Received: c\nSubject: Received: d\n";
        return new LoopFilter(() -> 50).content(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY,
                Dialogue.content(text),
                Dialogue.header(text));
    }

    @Test
    void takesWhatHasPassedFiftyServers() {
        assertThat(verdict(0)).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict(50)).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void refusesWhatHasPassedMore() {
        assertThat(verdict(51))
                .isEqualTo(new AtCommand.Reject(PolicyReplies.LOOP, Reason.setting("policy.received-limit")));
    }
}
