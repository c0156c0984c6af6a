package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleAction;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;
import org.postern.trust.rule.LiveRules;
import org.postern.trust.rule.Ruled;
import org.postern.trust.rule.RuledMail;
import org.postern.trust.rule.RuleRun;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the rules of operators make of a message. */
public final class RuleCheck {
    private final Supplier<LiveRules> rules;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone by whose clock hours and days are meant */
    public RuleCheck(LiveRules rules, InstantSource clock, ZoneId zone) {
        this(() -> rules, clock, zone);
    }

    private RuleCheck(Supplier<LiveRules> rules, InstantSource clock, ZoneId zone) {
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@return the same rules, whose hits nobody counts} */
    public RuleCheck uncounted() {
        return new RuleCheck(() -> new LiveRules(rules.get().get()), clock, zone);
    }

    /** {@return what comes of mail of a client that has our confidence: nothing else judges it} */
    public Examined trusted(SessionFacts session, Envelope envelope, Content content, HeaderSection header,
            Assessment known) {
        return examined(run(Optional.of(session), envelope, content, header, Optional.empty(), known),
                Examined::taken);
    }

    /** {@return what comes of mail that an application has handed in, and that nobody can refuse any more} */
    public Examined ofApplication(Envelope envelope, Content content, HeaderSection header) {
        return examined(run(Optional.empty(), envelope, content, header, Optional.empty(), Assessment.NONE),
                Examined::taken);
    }

    /**
     * {@return what comes of a stranger's mail}
     *
     * @param found all that is known of it
     * @param otherwise judges what the rules do not decide, with what they have found besides
     */
    Examined ofStranger(SessionFacts session, Envelope envelope, Content content, HeaderSection header,
            RuledMail.Examination examination, Assessment found, Function<Assessment, Examined> otherwise) {
        return examined(run(Optional.of(session), envelope, content, header, Optional.of(examination), found),
                otherwise);
    }

    private Ruled run(Optional<SessionFacts> session, Envelope envelope, Content content, HeaderSection header,
            Optional<RuledMail.Examination> examination, Assessment found) {
        return RuleRun.over(rules.get(), new RuledMail(session, envelope, header, content.size(),
                clock.instant().atZone(zone), examination), found);
    }

    private static Examined examined(Ruled ruled, Function<Assessment, Examined> otherwise) {
        Examined examined = ruled.decision()
                .map(decision -> decided(decision, ruled.assessment()))
                .orElseGet(() -> otherwise.apply(ruled.assessment()));
        return examined
                .with(new Examined.Orders(Optional.of(ruled.envelope()), ruled.fields(), ruled.decision().isPresent()));
    }

    private static Examined decided(Ruled.Decision decision, Assessment found) {
        return switch (decision) {
            case Ruled.Decision.By(MailRule rule) -> decided(rule, found);
            case Ruled.Decision.TooMuch() -> new Examined(
                    found.judged(Verdict.DEFER, Reason.seen("to ask all rules about it takes too long").by("rules")),
                    Optional.of(TrustReplies.COME_AGAIN));
        };
    }

    private static Examined decided(MailRule rule, Assessment found) {
        return switch (rule.action()) {
            case RuleAction.Quarantine(String text) ->
                Examined.taken(found.judged(Verdict.QUARANTINE, aside(rule, text)));
            case RuleAction.Defer(String text) -> new Examined(found.judged(Verdict.DEFER, reason(rule, text)),
                    Optional.of(reply(TrustReplies.COME_AGAIN, text)));
            case RuleAction.Refuse(String text) -> new Examined(found.judged(Verdict.REFUSE, reason(rule, text)),
                    Optional.of(reply(TrustReplies.BLOCKED, text)));
            default -> Examined.taken(found.judged(Verdict.ACCEPT, reason(rule, "")));
        };
    }

    /** What a person reads: what the rule says, or else why it is there, or else that it is one. */
    private static Reason reason(MailRule rule, String text) {
        String words = words(rule, text);
        return Reason.seen(words.isEmpty() ? rule.deed() + " by a rule" : words).by(rule.name());
    }

    /** Beside what waits stands what was seen, and nothing else of the reason: it names the rule. */
    private static Reason aside(MailRule rule, String text) {
        String words = words(rule, text);
        return Reason.seen("rule " + rule.name() + (words.isEmpty() ? "" : ": " + words)).by(rule.name());
    }

    private static String words(MailRule rule, String text) {
        return text.isEmpty() ? rule.comment() : text;
    }

    private static Reply reply(Reply usual, String text) {
        return text.isEmpty() ? usual : Reply.of(usual.code(), usual.status().orElseThrow().toString(), text);
    }
}
