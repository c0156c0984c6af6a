package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Identity;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;

class AuthenticationFilterTest {
    private final AuthenticationFilter filter = new AuthenticationFilter();

    private AtCommand mail(SessionFacts session) {
        return filter.mail(session, ReversePath.NULL, Parameters.NONE);
    }

    @Test
    void submissionNeedsALoginEvenFromATrustedNetwork() {
        SessionFacts friend = Dialogue.session(Dialogue.FRIEND, ProtocolRole.SUBMISSION);
        assertThat(mail(friend)).isEqualTo(new AtCommand.Reject(Replies.AUTHENTICATION_REQUIRED));
        assertThat(mail(friend.authenticated(new Identity("alice", "PLAIN")))).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void otherServersNeedNone() {
        assertThat(mail(Dialogue.session(Dialogue.STRANGER))).isEqualTo(AtCommand.ACCEPT);
    }
}
