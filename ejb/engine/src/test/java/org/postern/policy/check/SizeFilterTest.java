package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Content;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.smtp.Replies;

import java.util.Map;

class SizeFilterTest {
    private static final AtCommand TOO_BIG = new AtCommand.Reject(Replies.TOO_BIG,
            Reason.setting("smtp.message-size-limit"));

    private final SizeFilter filter = new SizeFilter(100);

    private AtCommand announced(String size) {
        return filter.mail(Dialogue.session(Dialogue.STRANGER), ReversePath.NULL, Parameters.of(Map.of("SIZE", size)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "5000000000", "9999999999999999999999999"})
    void refusesWhatIsAnnouncedTooBig(String size) {
        assertThat(announced(size)).isEqualTo(TOO_BIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "", "abc", "-1", "00000000000000000001", "00000000000000000000"})
    void leavesTheRestToTheSession(String size) {
        assertThat(announced(size)).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void refusesWhatHasComeTooBig() {
        assertThat(content(100)).isEqualTo(AtCommand.ACCEPT);
        assertThat(content(101)).isEqualTo(TOO_BIG);
    }

    private AtCommand content(int octets) {
        return filter.content(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY, Content.of(new byte[octets]),
                Dialogue.header(""));
    }
}
