package org.postern.config.rule;

import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;

/**
 * How badly a sink behaves, on purpose. Text form {@code defer=20%,refuse=5%,cut=1%,delay=2s}, in any order; what is left out is nothing.
 *
 * @param defer of a hundred recipients, how many are put off by a 4xx
 * @param refuse how many are refused by a 5xx
 * @param cut of a hundred messages, how many are taken without anybody being told, since the connection is cut after DATA
 * @param delay how long the answer to each message takes
 */
public record Misbehaviour(int defer, int refuse, int cut, Duration delay) {
    /** The longest delay: whoever delivers waits for it. */
    public static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int ALL = 100;
    private static final Sentence.Form NOT_ONE = Sentence.form("notAMisbehaviour",
            "a sink misbehaves by defer=…%, refuse=…%, cut=…% and delay=…, each once, not by {0}");
    private static final Sentence.Form TOO_MUCH = Sentence.form("tooMuchMisbehaviour",
            "the shares of a sink are 0 to {0} percent together, and its delay is at most {1} seconds");

    /** As good as gold; made when the bounds are known. */
    public static final Misbehaviour NONE = new Misbehaviour(0, 0, 0, Duration.ZERO);

    public Misbehaviour {
        boolean isShare = defer >= 0 && refuse >= 0 && cut >= 0 && defer + refuse + cut <= ALL;
        if (!isShare || delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw TOO_MUCH.refused(ALL, LONGEST.toSeconds());
        }
    }

    /**
     * {@return the misbehaviour with this text form; none for the empty string}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Misbehaviour parse(String text) {
        Misbehaviour all = NONE;
        Set<String> said = new HashSet<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String name = part.substring(0, part.indexOf('=') + 1).strip();
            if (!said.add(name)) {
                throw NOT_ONE.refused(text);
            }
            all = all.with(name, part.substring(part.indexOf('=') + 1).strip(), text);
        }
        return all;
    }

    private Misbehaviour with(String name, String value, String text) {
        return switch (name) {
            case "defer=" -> new Misbehaviour(share(value, text), refuse, cut, delay);
            case "refuse=" -> new Misbehaviour(defer, share(value, text), cut, delay);
            case "cut=" -> new Misbehaviour(defer, refuse, share(value, text), delay);
            case "delay=" -> new Misbehaviour(defer, refuse, cut, Units.duration(value));
            default -> throw NOT_ONE.refused(text);
        };
    }

    private static int share(String value, String text) {
        if (!value.endsWith("%")) {
            throw NOT_ONE.refused(text);
        }
        try {
            return Integer.parseInt(value.substring(0, value.length() - 1));
        } catch (NumberFormatException e) {
            throw (RefusedException) NOT_ONE.refused(text).initCause(e);
        }
    }

    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(",");
        add(all, "defer", defer);
        add(all, "refuse", refuse);
        add(all, "cut", cut);
        if (!delay.isZero()) {
            all.add("delay=" + (delay.toMillisPart() == 0 ? delay.toSeconds() + "s" : delay.toMillis() + "ms"));
        }
        return all.toString();
    }

    private static void add(StringJoiner all, String name, int share) {
        if (share > 0) {
            all.add(name + "=" + share + "%");
        }
    }
}
