package org.postern.policy.question;

import java.util.Locale;

/** What an application says to a {@link Question}. */
public sealed interface Answer {
    /** The longest words that reach a client; the rest is cut off. */
    int LONGEST = 200;

    /** Nothing against it. */
    record Accept() implements Answer {}

    /**
     * It is refused for good.
     *
     * @param words for the client, possibly empty
     */
    record Reject(String words) implements Answer {
        public Reject {
            words = printable(words);
        }
    }

    /**
     * It is to come again.
     *
     * @param words for the client, possibly empty
     */
    record Defer(String words) implements Answer {
        public Defer {
            words = printable(words);
        }
    }

    /**
     * There was no answer in time, or none that can be understood.
     *
     * @param reason for the trace
     */
    record Silence(String reason) implements Answer {}

    /** {@return the answer that these words are: {@code accept}, {@code reject} or {@code defer}, in any case of letters, and behind it what the client is told} */
    static Answer of(String text) {
        String straight = text.strip();
        int end = straight.indexOf(' ');
        String verb = end < 0 ? straight : straight.substring(0, end);
        String words = end < 0 ? "" : straight.substring(end + 1);
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "accept" -> new Accept();
            case "reject" -> new Reject(words);
            case "defer" -> new Defer(words);
            default -> new Silence("it says neither accept, reject nor defer");
        };
    }

    /** Replies are ASCII (RFC 5321, 4.2), on one line. */
    private static String printable(String words) {
        StringBuilder printable = new StringBuilder(Math.min(words.length(), LONGEST));
        words.strip().chars().limit(LONGEST).forEach(c -> printable.append(c < ' ' || c > '~' ? '?' : (char) c));
        return printable.toString();
    }
}
