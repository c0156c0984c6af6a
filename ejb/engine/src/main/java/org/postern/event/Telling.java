package org.postern.event;

import org.postern.mail.Recipient;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * That a step is to be told to the application whose submission the message was, beside what the {@link Event} says of it itself. It is told of each of the
 * event's recipients, or, where it concerns the whole, once.
 *
 * @param wish of the application
 * @param outcome what the step is to it
 * @param key begins the keys of what it is told: the same whenever the same step is told again
 * @param ground why it came so
 * @param next when it is tried again
 * @param named whom it concerns, where that is not all of the event's recipients
 * @param originals for whom else recipients stand, by their addresses, as ORCPT says it (RFC 3461, 4.2)
 */
public record Telling(OutcomeWish wish, SubmissionOutcome outcome, String key, Ground ground, Optional<Instant> next,
        Optional<List<String>> named, Map<String, String> originals) {
    /** Longer ones are shortened, so that they stay keys. */
    private static final int LONGEST_KEY = 255;

    public Telling {
        originals = Map.copyOf(originals);
    }

    /**
     * Why something came as it came; what is not known is empty.
     *
     * @param reason in the words of the gateway
     * @param failure the class of what went wrong, in a word
     * @param status such as 5.1.1 (RFC 3463)
     * @param reply what the other side said
     */
    public record Ground(Optional<String> reason, Optional<String> failure, Optional<String> status,
            Optional<String> reply) {
        public static final Ground NONE = new Ground(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());

        /** {@return a ground of which the gateway alone speaks} */
        public static Ground of(String reason) {
            return new Ground(Optional.of(reason), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** {@return a telling of this outcome; empty if the application does not want to hear of it} */
    public static Optional<Telling> of(Optional<OutcomeWish> wish, SubmissionOutcome outcome, String key) {
        return wish.filter(one -> one.wants(outcome))
                .map(one -> new Telling(one, outcome, outcome.word() + ">" + key, Ground.NONE, Optional.empty(),
                        Optional.empty(), Map.of()));
    }

    /** {@return the same, with this ground} */
    public Telling because(Ground other) {
        return new Telling(wish, outcome, key, other, next, named, originals);
    }

    /** {@return the same, of one attempt among several, which has this name} */
    public Telling at(String attempt) {
        return new Telling(wish, outcome, key + ">" + attempt, ground, next, named, originals);
    }

    /** {@return the same of what is tried again then} */
    public Telling again(Instant time) {
        return new Telling(wish, outcome, key, ground, Optional.of(time), named, originals);
    }

    /** {@return the same, knowing for whom these stand} */
    public Telling standing(List<Recipient> recipients) {
        Map<String, String> known = new HashMap<>();
        recipients.forEach(recipient -> recipient.parameters()
                .get("ORCPT")
                .ifPresent(original -> known.put(recipient.mailbox().toString(), original)));
        return new Telling(wish, outcome, key, ground, next, named, known);
    }

    /** {@return the same of these} */
    public Telling naming(List<String> addresses) {
        return new Telling(wish, outcome, key, ground, next, Optional.of(List.copyOf(addresses)), originals);
    }

    /** {@return the key of what is told of the whole} */
    public String keyOfWhole() {
        return bounded(key);
    }

    /** {@return the key of what is told of this recipient} */
    public String keyOf(String recipient) {
        return bounded(key + ">" + recipient);
    }

    private String bounded(String whole) {
        return whole.length() <= LONGEST_KEY
                ? whole
                : outcome.word() + ">" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
