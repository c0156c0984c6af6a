package org.postern.archive;

import org.postern.mail.DomainSet;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which archived mail is meant: that of which all of this is true. Case does not matter in addresses and words. Texts have at most 400 characters.
 *
 * @param place where it was handed over, the text form of a {@link Destination}; empty for wherever
 * @param queueId the name of the message
 * @param sender the address in the reverse-path, or its domain
 * @param recipient the address of one of the recipients, or the domain of one
 * @param words that stand in this order in Subject or From, as a person reads them
 * @param since it came then or later
 * @param before it came earlier
 * @param within of these domains: that whose recipients all have one of them
 */
public record ArchiveFilter(Optional<String> place, Optional<String> queueId, Optional<String> sender,
        Optional<String> recipient, Optional<String> words, Instant since, Instant before, DomainSet within) {
    /** After all that ever comes. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    /** Longer than any address, any name of a place, and what somebody types to find something. */
    private static final int LONGEST = 400;
    private static final Sentence.Form TOO_LONG = Sentence.form("soughtTooLong",
            "what is looked for has at most {0} characters");

    public ArchiveFilter {
        if (Stream.of(place, queueId, sender, recipient, words)
                .flatMap(Optional::stream)
                .anyMatch(text -> text.length() > LONGEST)) {
            throw TOO_LONG.refused(LONGEST);
        }
    }

    /** {@return all of it} */
    public static ArchiveFilter everything() {
        return new ArchiveFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Instant.EPOCH, NEVER, DomainSet.ALL);
    }

    /** {@return all that was handed over there} */
    public static ArchiveFilter at(String place) {
        return everything().handedOverTo(place);
    }

    /** {@return all mail of the sink} */
    public static ArchiveFilter ofSink() {
        return at(Destination.SINK);
    }

    /** {@return the same, of this place, whatever it was of before} */
    public ArchiveFilter handedOverTo(String other) {
        return new ArchiveFilter(Optional.of(other), queueId, sender, recipient, words, since, before, within);
    }

    /** {@return the same, of this name} */
    public ArchiveFilter named(String id) {
        return new ArchiveFilter(place, Optional.of(id), sender, recipient, words, since, before, within);
    }

    /** {@return the same, from this sender or domain} */
    public ArchiveFilter from(String other) {
        return new ArchiveFilter(place, queueId, Optional.of(other), recipient, words, since, before, within);
    }

    /** {@return the same, for this recipient or domain} */
    public ArchiveFilter to(String other) {
        return new ArchiveFilter(place, queueId, sender, Optional.of(other), words, since, before, within);
    }

    /** {@return the same, with these words} */
    public ArchiveFilter about(String other) {
        return new ArchiveFilter(place, queueId, sender, recipient, Optional.of(other), since, before, within);
    }

    /** {@return the same, come then or later} */
    public ArchiveFilter since(Instant time) {
        return new ArchiveFilter(place, queueId, sender, recipient, words, time, before, within);
    }

    /** {@return the same, come earlier than that and than it had to before} */
    public ArchiveFilter before(Instant time) {
        return new ArchiveFilter(place, queueId, sender, recipient, words, since, time.isBefore(before) ? time : before,
                within);
    }

    /** {@return whether there is an end to it} */
    public boolean isUntil() {
        return before.isBefore(NEVER);
    }

    /** {@return the same, restricted to these domains, and to those that it is restricted to} */
    public ArchiveFilter within(DomainSet domains) {
        return new ArchiveFilter(place, queueId, sender, recipient, words, since, before, within.and(domains));
    }
}
