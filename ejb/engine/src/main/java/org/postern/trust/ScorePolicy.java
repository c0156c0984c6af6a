package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.receiver.Reason;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What follows from a score.
 *
 * @param mark from here on a message is marked
 * @param quarantine from here on it waits for a person
 * @param refuse from here on the client keeps it
 */
public record ScorePolicy(double mark, double quarantine, double refuse) {
    /** So many of what weighs most stand in the reason. */
    private static final int MOST_NAMED = 5;

    /** {@return the assessment with what follows from its score} */
    Assessment judge(Assessment found) {
        Verdict verdict = verdict(found.score());
        return found.judged(verdict, verdict == Verdict.ACCEPT ? Reason.NONE : reason(found).by("score"));
    }

    private Verdict verdict(double score) {
        if (score >= refuse) {
            return Verdict.REFUSE;
        }
        if (score >= quarantine) {
            return Verdict.QUARANTINE;
        }
        return score >= mark ? Verdict.MARK : Verdict.ACCEPT;
    }

    private static Reason reason(Assessment found) {
        return Reason.seen("score " + number(found.score()) + ": " + found.symbols()
                .stream()
                .filter(symbol -> symbol.weight() > 0)
                .sorted(Comparator.comparingDouble(Symbol::weight).reversed())
                .limit(MOST_NAMED)
                .map(symbol -> symbol.name() + " " + number(symbol.weight()))
                .collect(Collectors.joining(", ")));
    }

    /** {@return the number as people read it, with a decimal at most where it is needed} */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
