package org.postern.delivery;

import org.postern.config.RecipientPattern;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.queue.QueuedMail;

import java.util.List;

/**
 * The plan of each message: the first whose pattern its first recipient matches, or else the usual one.
 *
 * @param rules asked one after another
 * @param usual for all others
 */
public record RetryPlans(List<Rule> rules, RetryPlan usual) {
    /** A plan for some recipients. */
    public record Rule(RecipientPattern recipients, RetryPlan plan) {}

    public RetryPlans {
        rules = List.copyOf(rules);
    }

    /** {@return the plan that this message is tried by} */
    public RetryPlan of(QueuedMail mail) {
        List<Recipient> recipients = mail.message().envelope().recipients();
        if (recipients.isEmpty()) {
            return usual;
        }
        Mailbox first = recipients.getFirst().mailbox();
        for (Rule rule : rules) {
            if (rule.recipients().matches(first)) {
                return rule.plan();
            }
        }
        return usual;
    }
}
