package org.postern.assessment;

import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;
import org.postern.receiver.Reason;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that is known against one transaction and for it, made once and never changed: it goes with the mail into queue and parked mail, and
 * with its events into trace and console.
 *
 * @param symbols what was found, in the order in which it was, at most {@value #MOST}, each name once
 * @param verdict what is done with it
 * @param reason why the verdict is what it is; {@link Reason#NONE} where nothing stood against the mail
 * @param authentication what the ways to authenticate its sender came to; what is beyond {@value #MOST_TEXT} characters is left out
 */
public record Assessment(List<Symbol> symbols, Verdict verdict, Reason reason, List<MethodResult> authentication) {
    /** The most symbols that are kept. */
    public static final int MOST = 100;
    /** The most characters of results that are kept. */
    public static final int MOST_TEXT = 6000;
    /** Nothing was found, and nothing was decided. */
    public static final Assessment NONE = new Assessment(List.of(), Reason.NONE);
    /** The method of which a message may have several results. */
    private static final String SIGNATURES = "dkim";
    /** Of a result beside what it says itself. */
    private static final int FRAME = 40;

    public Assessment {
        symbols = symbols.stream().limit(MOST).toList();
        authentication = bounded(authentication);
    }

    /** What was found where nobody has judged yet. */
    public Assessment(List<Symbol> symbols, Reason reason) {
        this(symbols, Verdict.NONE, reason, List.of());
    }

    /** {@return what was found, nothing decided yet} */
    public static Assessment of(List<Symbol> symbols) {
        return symbols.isEmpty() ? NONE : new Assessment(symbols, Reason.NONE);
    }

    private static List<MethodResult> bounded(List<MethodResult> results) {
        List<MethodResult> kept = new ArrayList<>();
        int room = MOST_TEXT;
        for (MethodResult result : results) {
            if (length(result) <= room) {
                room -= length(result);
                kept.add(result);
            }
        }
        return List.copyOf(kept);
    }

    private static int length(MethodResult result) {
        int length = FRAME + result.method().length() + result.reason().map(String::length).orElse(0);
        for (Property property : result.properties()) {
            length += FRAME + property.type().length() + property.name().length() + property.value().length();
        }
        return length;
    }

    /** {@return the same, with the reason of the verdict} */
    public Assessment because(Reason why) {
        return new Assessment(symbols, verdict, why, authentication);
    }

    /** {@return the same, with this verdict and its reason} */
    public Assessment judged(Verdict other, Reason why) {
        return new Assessment(symbols, other, why, authentication);
    }

    /** {@return the same, and this found besides; what has a name already found is kept as it was} */
    public Assessment with(Symbol found) {
        if (symbols.stream().anyMatch(symbol -> symbol.name().equals(found.name()))) {
            return this;
        }
        List<Symbol> all = new ArrayList<>(symbols);
        all.add(found);
        return new Assessment(all, verdict, reason, authentication);
    }

    /** {@return the same, and all that another has found, with its results} */
    public Assessment with(Assessment other) {
        Assessment all = this;
        for (Symbol symbol : other.symbols) {
            all = all.with(symbol);
        }
        List<MethodResult> results = new ArrayList<>(authentication);
        results.addAll(other.authentication);
        return new Assessment(all.symbols, verdict, reason, results);
    }

    /** {@return the results of this method, such as {@code dkim}, in the order in which they came} */
    public List<MethodResult> results(String method) {
        return authentication.stream().filter(result -> result.method().equals(method)).toList();
    }

    /**
     * {@return what this method came to, in a word of RFC 8601: of signatures a pass if there is one, else the first result, and none where it
     * was not asked} So SPF is that of the reverse-path where there is one, whatever the name in EHLO came to.
     */
    public String result(String method) {
        List<MethodResult> results = results(method);
        return results.stream()
                .filter(result -> method.equals(SIGNATURES) && result.result() == ResultName.PASS)
                .findFirst()
                .or(() -> results.stream().findFirst())
                .map(MethodResult::result)
                .orElse(ResultName.NONE)
                .word();
    }

    /** {@return what the weights add up to, in hundredths at most} */
    public double score() {
        return Math.round(100 * symbols.stream().mapToDouble(Symbol::weight).sum()) / 100.0;
    }

    /** {@return the same, what was seen as this has it} */
    public Assessment worded(UnaryOperator<String> words) {
        return new Assessment(
                symbols.stream().map(one -> new Symbol(one.name(), one.weight(), words.apply(one.evidence()))).toList(),
                verdict, new Reason(reason.rule(), reason.ground(), reason.evidence().map(words)), authentication);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
