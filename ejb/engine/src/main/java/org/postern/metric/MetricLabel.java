package org.postern.metric;

import org.postern.queue.DeferralKind;
import org.postern.queue.Lane;
import org.postern.queue.ParkedMessage;
import org.postern.routing.Destination;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What figures of one metric are told apart by. Its values are few, and none is chosen by strangers: no domain, no address, no text of theirs. */
public enum MetricLabel {
    SOURCE(List.of("smtp", "application")), //
    DESTINATION(Stream.concat(Arrays.stream(Destination.Kind.values()).map(Destination.Kind::word), Stream.of(
            MetricLabel.UNROUTED)).toList()), //
    KIND(words(DeferralKind.values())), //
    LANE(words(Lane.values())), //
    RESULT(List.of("accepted", "refused")), //
    WORK(words(DatabaseWork.values())), //
    REASON(words(ParkedMessage.Reason.values())), //
    STATE(List.of("open", "full", "slow", "failing", "shut")), //
    STORE(List.of("broker", "database", "disk")), //
    READING(List.of("queues", "parked")), //
    CODE("the code of the reply, or `0` where the connection was closed without a word"), //
    RULE("the name of the rule that decided, as the story of the refusal tells it, a rule of the operator's own among them; `none` where no rule did; beyond 200"
            + " of a listener, `others`"), //
    LISTENER("the name of a listener"), //
    SCANNER("the name of a scanner, as configured"), //
    QUEUE("a queue of the gateway's own (`postern.…`); `applications` for all others together");

    /** Stands for the kind of destination of what has none yet. */
    public static final String UNROUTED = "unrouted";

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<String> values;
    private final String meaning;

    MetricLabel(List<String> values) {
        this.values = List.copyOf(values);
        this.meaning = "";
    }

    MetricLabel(String meaning) {
        this.values = List.of();
        this.meaning = meaning;
    }

    /** {@return the name in the text that is scraped} */
    public String label() {
        return word(this);
    }

    /** {@return all values it can have; empty where the operator names them} */
    public List<String> choices() {
        return values;
    }

    /** {@return what a value is, where the operator names them; else empty} */
    public String meaning() {
        return meaning;
    }

    /** {@return the value that stands for this} */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Enum<?>... constants) {
        return Arrays.stream(constants).map(MetricLabel::word).toList();
    }
}
