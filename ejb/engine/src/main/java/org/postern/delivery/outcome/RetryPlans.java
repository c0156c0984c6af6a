package org.postern.delivery.outcome;

import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.queue.QueuedMail;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** {@return how long after its arrival mail may be given up, by the least patient plan} */
    public Duration shortestLife() {
        return Stream.concat(rules.stream().map(Rule::plan), Stream.of(usual))
                .map(plan -> plan.usual().expiry())
                .min(Comparator.naturalOrder())
                .orElseThrow();
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
