package org.postern.admin.domains;

import org.postern.dns.NoAnswer;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the DNS says now of something that ought to stand there.
 *
 * @param found what stands there instead, or why nobody knows; at most {@value #LONGEST} characters of a stranger's; may be empty
 */
public record Publication(State state, Sentence found) {
    private static final int LONGEST = 1000;
    private static final Sentence NOTHING = Sentence.asItIs("");

    public Publication {
        found = found.worded(text -> text.substring(0, Math.min(text.length(), LONGEST)));
    }

    /** How it stands. */
    public enum State {
        THERE, DIFFERS, MISSING, UNKNOWN;

        /** {@return this in a word} */
        public Sentence said() {
            return switch (this) {
                case THERE -> Sentence.form("recordIsAsItShouldBe", "as it should be").with();
                case DIFFERS -> Sentence.form("recordDiffers", "differs").with();
                case MISSING -> Sentence.form("recordIsMissing", "missing").with();
                case UNKNOWN -> Sentence.form("recordIsUnknown", "unknown").with();
            };
        }
    }

    static Publication there() {
        return new Publication(State.THERE, NOTHING);
    }

    static Publication unknown(Sentence why) {
        return new Publication(State.UNKNOWN, why);
    }

    static Publication differs(List<String> found) {
        return differs(Sentence.asItIs(String.join(" | ", found)));
    }

    static Publication differs(Sentence found) {
        return new Publication(State.DIFFERS, found);
    }

    static Publication of(NoAnswer none) {
        return none instanceof Temporary(Sentence reason)
                ? unknown(reason)
                : new Publication(State.MISSING, NOTHING);
    }

    /**
     * {@return whether the right text is there, and no other one of its kind beside it}
     *
     * @param ofKind tells texts that are about this from others at the same name
     */
    static Publication of(TextAnswer answer, Predicate<String> ofKind, Predicate<String> right) {
        return switch (answer) {
            case TextAnswer.Found(List<String> texts) -> {
                List<String> all = texts.stream().filter(ofKind).toList();
                if (all.isEmpty()) {
                    yield new Publication(State.MISSING, NOTHING);
                }
                yield all.size() == 1 && right.test(all.getFirst()) ? there() : differs(all);
            }
            case NoAnswer none -> of(none);
        };
    }
}
