package org.postern.web.api.mail;

import org.postern.queue.ParkedQuery.Place;
import org.postern.queue.ParkedSummary;
import org.postern.routing.Destination;
import org.postern.routing.RouteTarget;
import org.postern.smtp.wire.MailboxParser;
import org.postern.web.api.ProblemException;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads destinations, and places in the list of what waits. */
final class Places {
    private static final String MX = "mx:";
    private static final String NEVER = "never";
    private static final String SIGN = "~";

    private Places() {}

    /** {@return the destination as in a route; or, with the domain, {@code mx:example.org}} */
    static Destination destination(String field, String text) {
        if (text.startsWith(MX)) {
            return MailboxParser.parse("postmaster@" + text.substring(MX.length()))
                    .toOptional()
                    .map(mailbox -> new Destination.MailExchangers(mailbox.domain()))
                    .orElseThrow(() -> ProblemException.ofField(field, "is not a domain after mx:"));
        }
        try {
            if (RouteTarget.parse(text) instanceof RouteTarget.To(Destination destination)) {
                return destination;
            }
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.ofField(field, String.valueOf(wrong.getMessage()));
        }
        throw ProblemException.ofField(field, "is a place to which mail goes, with mx the domain");
    }

    static String text(ParkedSummary line) {
        return line.due().map(Instant::toString).orElse(NEVER) + SIGN + line.key();
    }

    static Optional<Place> place(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int sign = text.indexOf(SIGN);
        try {
            String due = text.substring(0, Math.max(sign, 0));
            return Optional.of(new Place(due.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(due)),
                    text.substring(sign + 1)));
        } catch (DateTimeException none) {
            throw ProblemException.ofField("after", "is a place that a next address has named");
        }
    }
}
