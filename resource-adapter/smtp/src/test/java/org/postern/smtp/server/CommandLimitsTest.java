package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.Violation;

class CommandLimitsTest {
    private static final Reply NO_SUCH_USER = Reply.of(550, "5.1.1", "No such user");

    private final CommandLimits limits = new CommandLimits(SessionSettings.DEFAULT.withMaxErrors(3));

    @Test
    void endsBehindTheLastErrorAllowed() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.tried(Violation.UNKNOWN_COMMAND.reply())).isEmpty();
        }
        assertThat(limits.tried(Replies.MAIL_FIRST)).contains(Replies.TOO_MANY_ERRORS);
    }

    @Test
    void isLongerForVerdictsThanForErrors() {
        for (int i = 0; i < SessionSettings.DEFAULT.maxRefusals(); i++) {
            assertThat(limits.tried(NO_SUCH_USER)).isEmpty();
        }
        assertThat(limits.tried(NO_SUCH_USER)).contains(Replies.TOO_MANY_ERRORS);
    }

    @Test
    void endsWithWhoIsToldToComeBackAndGoesOnAllTheSame() {
        for (int i = 0; i < SessionSettings.DEFAULT.maxRefusals(); i++) {
            assertThat(limits.tried(Replies.TOO_MANY_RECIPIENTS)).isEmpty();
        }
        assertThat(limits.tried(Replies.TOO_MANY_RECIPIENTS)).contains(Replies.TOO_MANY_ERRORS);
    }

    @Test
    void isRestoredForDeferralsByAMessage() {
        for (int i = 0; i < 3 * SessionSettings.DEFAULT.maxRefusals(); i++) {
            assertThat(limits.tried(Replies.TOO_MANY_RECIPIENTS)).isEmpty();
            if (i % 900 == 899) {
                limits.restore();
            }
        }
    }

    @Test
    void isNotTriedByWhatIsAccepted() {
        for (int i = 0; i < 5000; i++) {
            assertThat(limits.tried(Replies.OK)).isEmpty();
        }
    }

    @Test
    void isNotTriedByCommandsThatCarryMail() {
        for (int i = 0; i < 5000; i++) {
            assertThat(limits.tried(new Command.Data())).isEmpty();
        }
    }

    @Test
    void isRestoredByAMessage() {
        int limit = SessionSettings.DEFAULT.maxIdleCommands();
        for (int i = 0; i < 3 * limit; i++) {
            assertThat(limits.tried(new Command.Rset())).isEmpty();
            if (i % limit == limit - 1) {
                limits.restore();
            }
        }
    }
}
