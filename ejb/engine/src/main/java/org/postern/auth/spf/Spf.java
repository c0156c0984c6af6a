package org.postern.auth.spf;

import org.postern.dns.SenderDns;
import org.postern.dns.TextAnswer;
import org.postern.mail.ReversePath;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks domains whether they let a client send in their name (RFC 7208). A check blocks while it asks the DNS, one question after the other,
 * for {@value #MOST_QUESTIONS} questions at most, and asks none when {@link #LONGEST} is over. Safe for many threads.
 */
public final class Spf {
    /** When a check begins no further question (4.6.4); it is then {@link SpfOutcome#TEMPERROR}. */
    public static final Duration LONGEST = Duration.ofSeconds(20);
    /** The record; ten terms, each of which may ask for a list and for ten of its hosts; the client's names and their addresses; the explanation. */
    public static final int MOST_QUESTIONS = 1 + Limits.TERMS * (1 + Limits.HOSTS) + 1 + Limits.HOSTS + 1;

    private final SenderDns dns;
    private final InstantSource clock;
    private final String receiver;

    /** @param receiver the name of the host that looks, which explanations may show */
    public Spf(SenderDns dns, InstantSource clock, String receiver) {
        this.dns = dns;
        this.clock = clock;
        this.receiver = receiver;
    }

    /** {@return what is found of both identities of a transaction; the null reverse-path is asked about once (2.4)} */
    public SpfResults check(InetAddress client, String helo, ReversePath sender) {
        SpfResult ofHelo = check(SpfQuestion.helo(client, helo));
        if (sender.isNull()) {
            return new SpfResults(ofHelo, new SpfResult(ofHelo.outcome(), SpfIdentity.MAIL_FROM, ofHelo.domain(),
                    ofHelo.mechanism(), ofHelo.explanation(), ofHelo.reason()));
        }
        return new SpfResults(ofHelo, check(SpfQuestion.mailFrom(client, helo, sender)));
    }

    /** {@return what the domain in question says} */
    public SpfResult check(SpfQuestion question) {
        Limits limits = new Limits(clock, clock.instant().plus(LONGEST));
        Questions questions = new Questions(dns, limits);
        ValidatedNames names = new ValidatedNames(question, questions);
        Macros macros = new Macros(question, receiver, clock, limits, names);
        try {
            Finding finding = new Evaluation(question, questions, limits, names, macros).check(question.domain());
            return new SpfResult(finding.outcome(), question.identity(), question.domain(),
                    finding.matched().map(Directive::text), explanation(finding, questions, macros), finding.reason());
        } catch (Stopped stopped) {
            return new SpfResult(stopped.outcome(), question.identity(), question.domain(), Optional.empty(),
                    Optional.empty(), stopped.reason());
        }
    }

    /** {@return the domain's own words about a failure; none where they cannot be had, or are not ASCII (6.2)} */
    private static Optional<String> explanation(Finding finding, Questions dns, Macros macros) {
        if (finding.outcome() != SpfOutcome.FAIL) {
            return Optional.empty();
        }
        return finding.explanation()
                .flatMap(spec -> macros.nameOfExplanation(spec, finding.domain()))
                .flatMap(name -> dns.texts(name) instanceof TextAnswer.Found found && found.texts().size() == 1
                        ? Optional.of(found.texts().getFirst())
                        : Optional.empty())
                .filter(text -> text.length() <= RecordParser.LONGEST)
                .flatMap(text -> expanded(text, macros, finding.domain()));
    }

    private static Optional<String> expanded(String text, Macros macros, String domain) {
        try {
            return Optional.of(macros.explanation(MacroParser.explanation(text), domain))
                    .filter(words -> !words.isEmpty() && words.chars().allMatch(c -> c >= ' ' && c <= '~'));
        } catch (Malformed wrong) {
            return Optional.empty();
        }
    }
}
