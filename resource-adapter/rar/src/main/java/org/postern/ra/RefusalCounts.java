package org.postern.ra;

import org.postern.receiver.Refusal;
import org.postern.smtp.Reply;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often clients were refused, by the code of the reply and the rule that decided: every one, those of a flood that nobody is told of among them. Nothing that a
 * client chooses makes a kind of its own, and people who write rules make no more than {@value #MOST_KINDS}. Safe for many threads.
 */
final class RefusalCounts {
    /** What is told apart at most. */
    static final int MOST_KINDS = 200;
    /** Stands for the rule of what is more than that. */
    static final String OTHERS = "others";

    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

    private record Kind(int code, String rule) {
        static Kind of(Refusal refusal) {
            return new Kind(refusal.reply().map(Reply::code).orElse(0), refusal.reason().rule().orElse(""));
        }

        Kind ofOthers() {
            return new Kind(code, OTHERS);
        }
    }

    void count(Refusal refusal) {
        Kind kind = Kind.of(refusal);
        LongAdder known = counts.get(kind);
        if (known == null) {
            boolean fits = counts.size() < MOST_KINDS;
            known = counts.computeIfAbsent(fits ? kind : kind.ofOthers(), _ -> new LongAdder());
        }
        known.increment();
    }

    /** {@return what was counted, in the order of codes and rules} */
    List<RefusalState> all() {
        return counts.entrySet()
                .stream()
                .map(one -> new RefusalState(one.getKey().code(), one.getKey().rule(), one.getValue().sum()))
                .sorted(Comparator.comparingInt(RefusalState::code).thenComparing(RefusalState::rule))
                .toList();
    }
}
