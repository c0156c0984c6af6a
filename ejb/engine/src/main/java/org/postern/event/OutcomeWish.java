package org.postern.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who wants to hear what of a submission. Travels with the mail until nothing more can become of it.
 *
 * @param places where it is told, at most {@value #MOST_PLACES}
 * @param correlation what the application knows the submission by, at most {@value #LONGEST} characters; empty where it has no name
 */
public record OutcomeWish(List<Place> places, Optional<String> correlation) {
    /** The longest place or name that travels with mail. */
    public static final int LONGEST = 256;
    /** More places do not travel with mail. */
    public static final int MOST_PLACES = 4;
    /** What is told to those who say nothing about it. */
    public static final Set<SubmissionOutcome> USUAL = Collections
            .unmodifiableSet(EnumSet.complementOf(EnumSet.of(SubmissionOutcome.DEFERRED)));

    private static final Set<SubmissionOutcome> ALL = Collections
            .unmodifiableSet(EnumSet.allOf(SubmissionOutcome.class));
    /** After which nothing better comes of a recipient, or of the whole. */
    private static final Set<SubmissionOutcome> FINAL = Collections.unmodifiableSet(EnumSet.of(
            SubmissionOutcome.REFUSED, SubmissionOutcome.DELIVERED, SubmissionOutcome.FAILED,
            SubmissionOutcome.EXPIRED, SubmissionOutcome.RETURNED));

    /**
     * One place.
     *
     * @param replyTo in the words of whoever tells it; at most {@value #LONGEST} characters
     * @param outcomes of which it wants to hear
     */
    public record Place(String replyTo, Set<SubmissionOutcome> outcomes) {
        /** @throws IllegalArgumentException when it is too long to travel */
        public Place {
            if (replyTo.length() > LONGEST) {
                throw new IllegalArgumentException("more than " + LONGEST + " characters");
            }
            outcomes = outcomes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(outcomes));
        }

        boolean wants(SubmissionOutcome outcome) {
            return outcomes.contains(outcome);
        }

        private String text() {
            return outcomes.stream().map(SubmissionOutcome::word).collect(Collectors.joining(",")) + " " + replyTo;
        }

        private static Place parse(String text) {
            int blank = text.indexOf(' ');
            return new Place(text.substring(blank + 1), list(text.substring(0, Math.max(0, blank))));
        }
    }

    /** @throws IllegalArgumentException when it is too long to travel */
    public OutcomeWish {
        places = List.copyOf(places);
        if (places.size() > MOST_PLACES || correlation.filter(name -> name.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("more than travels with mail");
        }
    }

    /** A wish for one place. */
    public OutcomeWish(String replyTo, Optional<String> correlation, Set<SubmissionOutcome> outcomes) {
        this(List.of(new Place(replyTo, outcomes)), correlation);
    }

    public boolean wants(SubmissionOutcome outcome) {
        return places.stream().anyMatch(place -> place.wants(outcome));
    }

    /** {@return where that is told} */
    public List<String> placesFor(SubmissionOutcome outcome) {
        return places.stream().filter(place -> place.wants(outcome)).map(Place::replyTo).distinct().toList();
    }

    /**
     * {@return the outcomes that are meant: {@code all}, {@code final}, or their words, separated by commas}
     *
     * @throws IllegalArgumentException when there is something else
     */
    public static Set<SubmissionOutcome> outcomes(String words) {
        return switch (words.strip()) {
            case "all" -> ALL;
            case "final" -> FINAL;
            default -> list(words);
        };
    }

    private static Set<SubmissionOutcome> list(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(word -> SubmissionOutcome.of(word.strip())
                        .orElseThrow(() -> new IllegalArgumentException("no outcome is called " + word)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SubmissionOutcome.class)));
    }

    /** {@return this as letters, digits, hyphens and low lines} */
    public String text() {
        String lines = places.stream().map(Place::text).collect(Collectors.joining("\n"));
        String all = lines + "\n\n" + correlation.orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the wish of which this is the text; empty for a text that is none} No mail stays because of a wish that nobody can read. */
    public static Optional<OutcomeWish> parse(String text) {
        try {
            String all = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = all.indexOf("\n\n");
            if (end < 0) {
                return Optional.empty();
            }
            List<Place> places = new ArrayList<>();
            all.substring(0, end).lines().forEach(line -> places.add(Place.parse(line)));
            return Optional.of(new OutcomeWish(places,
                    Optional.of(all.substring(end + 2)).filter(name -> !name.isEmpty())));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
