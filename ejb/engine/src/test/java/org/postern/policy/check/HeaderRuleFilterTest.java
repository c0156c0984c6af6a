package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.HeaderRule;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.policy.AfterAcceptance;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;

class HeaderRuleFilterTest {
    private static final HeaderSection SPAM = Dialogue.header("X-Spam-Flag: no\nx-spam-flag: it says\n yes\n");
    private static final HeaderSection HAM = Dialogue.header("Subject: X-Spam-Flag: YES\n");

    private static HeaderRuleFilter filter(HeaderRule.Action action) {
        return new HeaderRuleFilter(new HeaderRule("X-Spam-Flag", "YES", action));
    }

    private static AtCommand atContent(HeaderRule.Action action, HeaderSection header) {
        return filter(action).content(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY, Dialogue.content(""),
                header);
    }

    @Test
    void refusesWhatTheRuleRejects() {
        assertThat(atContent(HeaderRule.Action.REJECT, SPAM)).isEqualTo(
                new AtCommand.Reject(PolicyReplies.MESSAGE_REFUSED, Reason.seen("X-Spam-Flag contains YES")));
        assertThat(atContent(HeaderRule.Action.REJECT, HAM)).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter(HeaderRule.Action.REJECT).concerns(Dialogue.EMPTY, SPAM)).isFalse();
    }

    @Test
    void takesAndParksWhatTheRuleQuarantines() {
        HeaderRuleFilter filter = filter(HeaderRule.Action.QUARANTINE);
        assertThat(atContent(HeaderRule.Action.QUARANTINE, SPAM)).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter.concerns(Dialogue.EMPTY, HAM)).isFalse();
        assertThat(filter.concerns(Dialogue.EMPTY, SPAM)).isTrue();
        Message message = new Message(new QueueId("0123456789ABCDEF"), Dialogue.EMPTY, Dialogue.content(""));
        assertThat(filter.judge(message, SPAM))
                .isEqualTo(new AfterAcceptance.Park(Reason.seen("X-Spam-Flag contains YES")));
    }
}
