package org.postern.queue;

import org.postern.limit.Counters;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.ReversePath;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says which lane a message goes out in: what says of itself that it goes to many, or is handed in by somebody who just hands in
 * much, goes in the bulk lane. Safe for many threads.
 */
public final class Lanes {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Set<String> PRECEDENCES = Set.of("bulk", "list", "junk");
    private static final String LIST = "List-Id";

    private final Counters counters;
    private final int most;

    /** @param most messages of one submitter in a minute that go in the ordinary lane; 0 for any number */
    public Lanes(Counters counters, int most) {
        this.counters = counters;
        this.most = most;
    }

    /**
     * Where a message goes, and why.
     *
     * @param reason why it is not the ordinary lane, in a few words; empty if it is
     */
    public record Choice(Lane lane, Optional<String> reason) {
        private static final Choice ORDINARY = new Choice(Lane.ORDINARY, Optional.empty());

        /** {@return the bulk lane, for this reason} */
        public static Choice bulk(String reason) {
            return new Choice(Lane.BULK, Optional.of("bulk: " + reason));
        }
    }

    /** {@return how an application is counted that hands in mail with this reverse-path: by its domain} */
    public static String submitter(ReversePath path) {
        return path.mailbox().map(mailbox -> "domain " + mailbox.domain().key()).orElse("nobody");
    }

    /**
     * {@return the lane of a message that comes in} Counts it.
     *
     * @param submitter who hands it in, as he is counted
     * @param envelope with the priority that its sender may ask for: if it is raised, nothing else counts
     */
    public Choice of(String submitter, Envelope envelope, HeaderSection header) {
        long count = most == 0 ? 0 : counters.add("lane/" + submitter, 1, WINDOW);
        if (Priority.isRaised(envelope)) {
            return Choice.ORDINARY;
        }
        return said(envelope, header).map(Choice::bulk)
                .orElseGet(() -> count > most
                        ? Choice.bulk("more than " + most + " messages in a minute from " + submitter)
                        : Choice.ORDINARY);
    }

    private static Optional<String> said(Envelope envelope, HeaderSection header) {
        if (Priority.isLowered(envelope)) {
            return Optional.of("its priority is low");
        }
        Optional<String> precedence = header.first("Precedence")
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(PRECEDENCES::contains);
        return precedence.map(value -> "Precedence: " + value)
                .or(() -> Optional.of(LIST).filter(name -> header.count(name) > 0));
    }
}
