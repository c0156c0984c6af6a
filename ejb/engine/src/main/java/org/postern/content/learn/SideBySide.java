package org.postern.content.learn;

import java.util.List;
import java.util.function.Supplier;

/** Runs what can be done at the same time. Each work here takes 50 MB while it runs, so no more than two or three should. */
public interface SideBySide {
    /** Everything in turn. */
    SideBySide IN_TURN = new SideBySide() {
        @Override
        public <T> List<T> all(List<Supplier<T>> works) {
            return works.stream().map(Supplier::get).toList();
        }
    };

    /** {@return what each of them gave, in their order; an exception of one is thrown when none runs any more} */
    <T> List<T> all(List<Supplier<T>> works);
}
