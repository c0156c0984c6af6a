package org.postern.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.receiver.Identity;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.wire.Violation;

import java.net.InetAddress;
import java.net.InetSocketAddress;

class GroundsTest {
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 40_000);
    private final SessionFacts stranger = SessionFacts.begun("S1", "mx", ProtocolRole.MX, "mail.example", CLIENT,
            CLIENT);
    private final SessionFacts user = stranger.authenticated(new Identity("alice", "PLAIN"));

    @Test
    void aLimitIsNamedByItsSetting() {
        assertThat(Grounds.of(stranger, PolicyReplies.TOO_MANY_CONNECTIONS))
                .hasValue("by the setting rate.connections");
        assertThat(Grounds.of(stranger, Replies.TOO_BIG)).hasValue("by the setting smtp.message-size-limit");
        assertThat(Grounds.of(stranger, Violation.TEXT_LINE_TOO_LONG.reply()))
                .hasValue("by the setting smtp.text-line-limit");
    }

    @Test
    void usersHaveLimitsOfTheirOwn() {
        assertThat(Grounds.of(stranger, PolicyReplies.TOO_MANY_MESSAGES)).hasValue("by the setting rate.messages");
        assertThat(Grounds.of(user, PolicyReplies.TOO_MANY_MESSAGES)).hasValue("by the setting rate.user-messages");
        assertThat(Grounds.of(user, PolicyReplies.TOO_MANY_RECIPIENTS))
                .hasValue("by the setting rate.user-recipients");
    }

    @Test
    void aViolationIsNamedByItsSection() {
        assertThat(Grounds.of(stranger, Violation.BARE_LF.reply())).hasValue("by RFC 5321, 2.3.8");
    }

    @Test
    void whatTheReplySaysIsNotSaidAgain() {
        assertThat(Grounds.of(stranger, PolicyReplies.NO_SUCH_MAILBOX)).isEmpty();
    }
}
