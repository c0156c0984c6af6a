package org.postern.assessment;

import org.postern.receiver.Reason;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is known against one transaction and for it, made once and never changed: it goes with the mail into queue and parked mail, and
 * with its events into trace and console.
 *
 * @param symbols what was found, in the order in which it was, at most {@value #MOST}, each name once
 * @param reason why the verdict is what it is; {@link Reason#NONE} where nothing stood against the mail
 */
public record Assessment(List<Symbol> symbols, Reason reason) {
    /** The most symbols that are kept. */
    public static final int MOST = 100;
    /** Nothing was found, and nothing was decided. */
    public static final Assessment NONE = new Assessment(List.of(), Reason.NONE);

    public Assessment {
        symbols = symbols.stream().limit(MOST).toList();
    }

    /** {@return what was found, nothing decided yet} */
    public static Assessment of(List<Symbol> symbols) {
        return symbols.isEmpty() ? NONE : new Assessment(symbols, Reason.NONE);
    }

    /** {@return the same, with the reason of the verdict} */
    public Assessment because(Reason why) {
        return new Assessment(symbols, why);
    }

    /** {@return the same, and this found besides; what has a name already found is kept as it was} */
    public Assessment with(Symbol found) {
        if (symbols.stream().anyMatch(symbol -> symbol.name().equals(found.name()))) {
            return this;
        }
        List<Symbol> all = new ArrayList<>(symbols);
        all.add(found);
        return new Assessment(all, reason);
    }

    /** {@return what the weights add up to} */
    public double score() {
        return symbols.stream().mapToDouble(Symbol::weight).sum();
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
