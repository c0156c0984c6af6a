package org.postern.trust.rule;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleAction;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.trust.rule.Ruled.Decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks all rules about one message, in their order, until one decides. Takes no more than some seconds whatever rules and message are: where all of them
 * would take longer, the client is to come again, and the message that costs so much is told.
 */
public final class RuleRun {
    /** Copies of one message that are made at most, and fields that are put on top. */
    static final int MOST_COPIES = 10;
    private static final Parameters UNTOLD = Parameters.of(Map.of("NOTIFY", "NEVER"));

    private final LiveRules rules;
    private final RuledMail mail;
    private final Parties parties;
    private final Effort effort = new Effort();
    private final Features features;
    private final Map<Mailbox, Recipient> copies = new LinkedHashMap<>();
    private final List<String> fields = new ArrayList<>();
    private final Set<String> proved = new HashSet<>();
    private Envelope envelope;
    private Assessment found;

    private RuleRun(LiveRules rules, RuledMail mail, Assessment found) {
        this.rules = rules;
        this.mail = mail;
        this.parties = new Parties(mail, effort);
        this.features = new Features(mail, effort);
        this.envelope = mail.envelope();
        this.found = found;
    }

    /**
     * {@return what the rules make of the message}
     *
     * @param found what is known of it
     */
    public static Ruled over(LiveRules rules, RuledMail mail, Assessment found) {
        List<LiveRule> all = rules.get();
        return all.isEmpty()
                ? new Ruled(found, Optional.empty(), mail.envelope(), List.of())
                : new RuleRun(rules, mail, found).through(all);
    }

    private Ruled through(List<LiveRule> all) {
        for (LiveRule live : all) {
            if (fits(live.rule())) {
                rules.hit(live);
                if (parties.fitProved(live.rule(), envelope) && features.fit(live.rule().what(), true, found, proved)) {
                    proved.add(live.rule().symbol());
                }
                act(live.rule());
                if (live.rule().action().decides()) {
                    return ruled(Optional.of(new Decision.By(live.rule())));
                }
            }
            if (effort.isSpent()) {
                return ruled(mail.session().map(session -> new Decision.TooMuch()));
            }
        }
        return ruled(Optional.empty());
    }

    private boolean fits(MailRule rule) {
        boolean canDo = mail.session().isPresent() || !rule.action().refuses();
        return canDo && rule.when().include(mail.at()) && parties.fit(rule, envelope)
                && features.fit(rule.what(), rule.action().favours(), found, proved);
    }

    private void act(MailRule rule) {
        double weight = rule.action() instanceof RuleAction.Score(double added) ? added : 0;
        String deed = rule.action() instanceof RuleAction.Redirect(Mailbox to)
                ? redirected(rule, to)
                : rule.deed().toString();
        if (rule.action() instanceof RuleAction.Copy(Mailbox to) && copies.size() < MOST_COPIES) {
            copies.putIfAbsent(to, new Recipient(new ForwardPath(to), UNTOLD));
        }
        if (rule.action() instanceof RuleAction.Mark(String field) && fields.size() < MOST_COPIES) {
            fields.add(field);
        }
        found = found.with(new Symbol(rule.symbol(), weight,
                deed + (rule.comment().isEmpty() ? "" : ": " + rule.comment())));
    }

    /** The one who gets it inherits what its sender wants to be told of the first of those who would have got it. */
    private String redirected(MailRule rule, Mailbox to) {
        Map<Mailbox, Recipient> left = new LinkedHashMap<>();
        List<Mailbox> replaced = new ArrayList<>();
        for (Recipient recipient : envelope.recipients()) {
            if (Parties.isNamed(rule.who().recipient(), recipient)) {
                replaced.add(recipient.mailbox());
                left.putIfAbsent(to, new Recipient(new ForwardPath(to), recipient.parameters()));
            } else {
                left.putIfAbsent(recipient.mailbox(), recipient);
            }
        }
        envelope = envelope.to(List.copyOf(left.values()));
        return rule.deed() + " instead of "
                + replaced.stream().map(Mailbox::toString).collect(Collectors.joining(", "));
    }

    private Ruled ruled(Optional<Decision> decision) {
        List<Recipient> all = new ArrayList<>(envelope.recipients());
        copies.forEach((to, copy) -> {
            if (all.stream().noneMatch(recipient -> recipient.mailbox().equals(to))) {
                all.add(copy);
            }
        });
        return new Ruled(found, decision, envelope.to(all), fields);
    }
}
