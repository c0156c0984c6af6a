package org.postern.routing;

import org.postern.config.rule.QuestionRule;
import org.postern.sentence.Sentence;

import java.util.Optional;

/** Where a route leads. What {@code toString} gives is its text form, which {@link #parse} reads. */
public sealed interface RouteTarget {
    /** The same destination for whatever recipient. Text form that of {@link Destination}, but never {@code mx:} and a domain. */
    record To(Destination destination) implements RouteTarget {
        @Override
        public String toString() {
            return destination.toString();
        }
    }

    /** The hosts that the recipient's domain names in MX records. Text form {@code mx}. */
    record MailExchangers() implements RouteTarget {
        @Override
        public String toString() {
            return "mx";
        }
    }

    /** Nowhere, and nobody is told but the trace. Text form {@code discard}. */
    record Discard() implements RouteTarget {
        @Override
        public String toString() {
            return "discard";
        }
    }

    /**
     * Nowhere, and the client is told. Text form {@code refuse}, or {@code refuse:} and what is said.
     *
     * @param text of the reply; empty for the usual one
     */
    record Refuse(String text) implements RouteTarget {
        @Override
        public String toString() {
            return text.isEmpty() ? "refuse" : "refuse:" + text;
        }
    }

    /** {@return the queue or topic of an application that it leads to; empty where it leads elsewhere} */
    default Optional<Destination> application() {
        return this instanceof To(Destination known) && known.isApplication() ? Optional.of(known) : Optional.empty();
    }

    /** Names of queues that are the gateway's own. */
    String RESERVED = "postern.";
    /** The longest name of a queue or topic. */
    int MAX_QUEUE_NAME = 200;
    /** The longest text of a refusal. */
    int MAX_TEXT = 200;

    /**
     * {@return the target with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static RouteTarget parse(String text) {
        String kind = text.substring(0, text.indexOf(':') + 1);
        String rest = text.substring(kind.length());
        return switch (kind.isEmpty() ? text : kind) {
            case "mx" -> new MailExchangers();
            case "discard" -> new Discard();
            case "refuse" -> new Refuse("");
            case "refuse:" -> new Refuse(replyText(rest.strip()));
            case "host:", "smart:", "lmtp:", "sink:", Destination.SINK, Destination.REPORTS ->
                new To(Destination.parse(text));
            case "queue:", "topic:" -> new To(Destination.parse(kind + queueName(rest)));
            default -> throw Sentence.form("notATarget",
                    "a route leads to host:…, smart:…, lmtp:…, queue:…, topic:…, sink, reports, mx, discard or refuse, not to {0}")
                    .refused(text);
        };
    }

    private static String replyText(String text) {
        if (text.length() > MAX_TEXT || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw Sentence.form("refusalText", "the text of a refusal has at most {0} characters, all of US-ASCII")
                    .refused(MAX_TEXT);
        }
        return text;
    }

    private static String queueName(String name) {
        if (name.isEmpty() || name.length() > MAX_QUEUE_NAME
                || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0)) {
            throw Sentence.form("notAQueueName", "a queue or topic is named by letters, digits, - . and _, not {0}")
                    .refused(name);
        }
        if (name.startsWith(QuestionRule.PREFIX)) {
            throw Sentence.form("queueForQuestions", "queues named {0}… are for questions, and keep no mail")
                    .refused(QuestionRule.PREFIX);
        }
        if (name.startsWith(RESERVED)) {
            throw Sentence.form("queueIsOurs", "queues named {0}… are the gateway''s own").refused(RESERVED);
        }
        return name;
    }
}
