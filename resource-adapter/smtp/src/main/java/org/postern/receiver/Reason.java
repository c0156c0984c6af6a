package org.postern.receiver;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a verdict is what it is, for people who run the server: it stands in the trace, and is never told to the client.
 *
 * @param rule the name of the rule that decided, such as {@code relay}; empty until whoever asks the rules has put it in
 * @param ground what the rule rests on, such as {@code the setting rate.messages} or {@code RFC 5321, 2.3.8}; empty where the rule says
 *        it all
 * @param evidence what it has seen, at most {@value #LONGEST_EVIDENCE} characters, control characters and halves of surrogate pairs replaced; empty where the command
 *        or the message shows it
 */
public record Reason(Optional<String> rule, Optional<String> ground, Optional<String> evidence) {
    /** The longest evidence that is kept; the rest is cut off. */
    public static final int LONGEST_EVIDENCE = 500;
    /** Nothing beyond what the reply says. */
    public static final Reason NONE = new Reason(Optional.empty(), Optional.empty(), Optional.empty());

    public Reason {
        evidence = evidence.map(Reason::printable);
    }

    /** {@return the reason of a rule that holds because an operator has set this, or has not set it otherwise} */
    public static Reason setting(String key) {
        return new Reason(Optional.empty(), Optional.of("the setting " + key), Optional.empty());
    }

    /** {@return the reason of a rule that a standard gives, named as {@code RFC 5321, 2.3.8}} */
    public static Reason section(String section) {
        return new Reason(Optional.empty(), Optional.of(section), Optional.empty());
    }

    /** {@return the reason that this was seen} */
    public static Reason seen(String evidence) {
        return new Reason(Optional.empty(), Optional.empty(), Optional.of(evidence));
    }

    /** {@return the same, given by this rule, unless it names one} */
    public Reason by(String name) {
        return rule.isPresent() ? this : new Reason(Optional.of(name), ground, evidence);
    }

    /** {@return the same, with more that was seen} */
    public Reason and(String more) {
        return new Reason(rule, ground, Optional.of(evidence.map(seen -> seen + "; " + more).orElse(more)));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), LONGEST_EVIDENCE));
        text.chars()
                .limit(LONGEST_EVIDENCE)
                .forEach(c -> printable
                        .append(Character.isISOControl(c) || Character.isSurrogate((char) c) ? '?' : (char) c));
        return printable.toString();
    }

    /** {@return the reason in words, its parts divided by semicolons; the empty string for {@link #NONE}} */
    @Override
    public String toString() {
        return Stream.of(ground.map(text -> "by " + text), evidence, rule.map(name -> "rule " + name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }
}
