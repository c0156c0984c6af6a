package org.postern.policy.check;

import org.postern.config.rule.HeaderRule;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.policy.AfterAcceptance;
import org.postern.policy.Afterwards;
import org.postern.policy.AtContent;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;

import java.util.Locale;

/** Refuses or quarantines a message by a header field, as the operator has written. One filter for each rule. */
public final class HeaderRuleFilter implements AtContent, Afterwards {
    private final HeaderRule rule;
    private final String sought;
    private final Reason reason;

    public HeaderRuleFilter(HeaderRule rule) {
        this.rule = rule;
        this.sought = rule.contains().toLowerCase(Locale.ROOT);
        this.reason = Reason.seen(rule.field() + " contains " + rule.contains());
    }

    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        return rule.action() == HeaderRule.Action.REJECT && matches(header)
                ? new AtCommand.Reject(PolicyReplies.MESSAGE_REFUSED, reason)
                : AtCommand.ACCEPT;
    }

    @Override
    public boolean concerns(Envelope envelope, HeaderSection header) {
        return rule.action() == HeaderRule.Action.QUARANTINE && matches(header);
    }

    @Override
    public AfterAcceptance judge(Message message, HeaderSection header) {
        return new AfterAcceptance.Park(reason);
    }

    private boolean matches(HeaderSection header) {
        for (String value : header.all(rule.field())) {
            if (value.toLowerCase(Locale.ROOT).contains(sought)) {
                return true;
            }
        }
        return false;
    }
}
