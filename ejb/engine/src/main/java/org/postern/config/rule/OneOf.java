package org.postern.config.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition of a rule: one of some, and none of others. Where nothing is wanted, anything will do.
 *
 * @param wanted one of them must be there, if there are any
 * @param unwanted none of them may be there; written with an exclamation mark before each
 */
public record OneOf<T>(List<T> wanted, List<T> unwanted) {
    public OneOf {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /** {@return the condition that always holds} */
    public static <T> OneOf<T> any() {
        return new OneOf<>(List.of(), List.of());
    }

    /**
     * {@return the condition with these text forms}
     *
     * @throws IllegalArgumentException saying what is wrong with one of them
     */
    static <T> OneOf<T> parse(List<String> texts, Function<String, T> parser) {
        List<T> wanted = new ArrayList<>();
        List<T> unwanted = new ArrayList<>();
        for (String text : texts) {
            if (text.startsWith("!")) {
                unwanted.add(parser.apply(text.substring(1).strip()));
            } else {
                wanted.add(parser.apply(text));
            }
        }
        return new OneOf<>(wanted, unwanted);
    }

    /** {@return whether it always holds} */
    public boolean isAny() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** {@return how many texts it has} */
    public int size() {
        return wanted.size() + unwanted.size();
    }

    /** {@return whether it holds} */
    public boolean holds(Predicate<T> isThere) {
        return holds(isThere, isThere);
    }

    /** {@return whether it holds, where it is one thing to be wanted and another to be unwanted} */
    public boolean holds(Predicate<T> isWanted, Predicate<T> isUnwanted) {
        return (wanted.isEmpty() || wanted.stream().anyMatch(isWanted)) && unwanted.stream().noneMatch(isUnwanted);
    }
}
