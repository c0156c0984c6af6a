package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;

class LmtpFilterTest {
    private final LmtpFilter filter = new LmtpFilter(Dialogue.routes("a.example queue:a", "closed.example refuse"),
            Dialogue.TRUSTED);

    private AtCommand rcpt(SessionFacts session, String recipient) {
        return filter.rcpt(session, Dialogue.EMPTY, Dialogue.to(recipient));
    }

    @Test
    void strangersSpeakNoLmtp() {
        assertThat(filter.connect(Dialogue.session(Dialogue.STRANGER, ProtocolRole.LMTP)))
                .isEqualTo(new AtCommand.Reject(PolicyReplies.NOT_FOR_YOU));
        assertThat(filter.connect(Dialogue.session(Dialogue.FRIEND, ProtocolRole.LMTP))).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter.connect(Dialogue.session(Dialogue.STRANGER))).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void recipientsNeedARoute() {
        SessionFacts friend = Dialogue.session(Dialogue.FRIEND, ProtocolRole.LMTP);
        AtCommand none = new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);
        assertThat(rcpt(friend, "x@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(rcpt(friend, "x@elsewhere.example")).isEqualTo(none);
        assertThat(rcpt(friend, "x@closed.example")).isEqualTo(none);
        assertThat(rcpt(Dialogue.session(Dialogue.FRIEND), "x@elsewhere.example")).isEqualTo(AtCommand.ACCEPT);
    }
}
