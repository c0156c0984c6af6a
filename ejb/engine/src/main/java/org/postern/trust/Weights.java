package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.config.SettingType;
import org.postern.config.rule.Wrong;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What symbols weigh here. */
public final class Weights {
    private static final Sentence.Form NO_SYMBOL = Sentence.form("notASymbol",
            "not a symbol: {0}");
    private static final Sentence.Form NO_WEIGHT = Sentence.form("notAWeight",
            "not a weight, as in SPF_FAIL=2.5: {0}");

    /** The most that one symbol may weigh, for a message or against it. */
    public static final double MOST = 100;

    private final Map<String, Double> set;

    /** @param set what an operator has set; of several for a symbol, the last counts */
    public Weights(List<Weight> set) {
        this.set = set.stream().collect(Collectors.toMap(Weight::name, Weight::value, (first, last) -> last));
    }

    /**
     * What one symbol weighs.
     *
     * @param name of a {@link KnownSymbol}
     * @param value from -{@value #MOST} to {@value #MOST}
     */
    public record Weight(String name, double value) {
        /**
         * {@return the weight of a text such as {@code SPF_FAIL=2.5}}
         *
         * @throws IllegalArgumentException when it is none, or there is no such symbol
         */
        static Weight parse(String text) {
            String name = text.replaceFirst("=.*", "").strip();
            if (KnownSymbol.of(name).isEmpty()) {
                throw NO_SYMBOL.refused(name);
            }
            return new Weight(name, number(text.substring(Math.min(text.indexOf('=') + 1, text.length())).strip()));
        }

        private static double number(String text) {
            try {
                double value = Double.parseDouble(text);
                if (Math.abs(value) <= MOST) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw (RefusedException) NO_WEIGHT.refused(text).initCause(e);
            }
            throw Wrong.NOT_WITHIN.refused(text, Double.toString(-MOST), Double.toString(MOST));
        }
    }

    /** {@return the type of a setting} */
    static SettingType<Weight> type() {
        return new SettingType<>("weight",
                Sentence.form("limitsSymbolAndNumber", "a symbol and a number, as in SPF_FAIL=2.5").with(),
                Weight::parse);
    }

    /** {@return the same symbols, none of which has been weighed yet, each with what it weighs here} */
    Assessment of(Assessment found) {
        return new Assessment(found.symbols().stream().map(this::of).toList(), found.verdict(), found.reason(),
                found.authentication());
    }

    /** {@return a symbol that has not been weighed yet, with what it weighs here; one of degrees in proportion} */
    Symbol of(Symbol symbol) {
        Optional<KnownSymbol> known = KnownSymbol.of(symbol.name());
        double usual = known.map(one -> one.weight().orElse(symbol.weight())).orElse(symbol.weight());
        double here = set.getOrDefault(symbol.name(), usual);
        boolean graded = known.filter(KnownSymbol::isGraded).isPresent();
        return new Symbol(symbol.name(), graded ? symbol.weight() * here / usual : here, symbol.evidence());
    }
}
