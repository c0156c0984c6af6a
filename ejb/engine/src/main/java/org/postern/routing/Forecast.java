package org.postern.routing;

import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says where mail would go, and why, without there being any. */
public final class Forecast {
    private final Supplier<Routing> routing;
    private final Router router;

    public Forecast(Supplier<Routing> routing, Router router) {
        this.routing = routing;
        this.router = router;
    }

    /** {@return what would happen to mail for this recipient, in sentences} */
    public List<String> of(Mailbox recipient, Passage passage) {
        List<String> lines = new ArrayList<>();
        lines.add(admission(routing.get(), recipient, passage));
        Itinerary itinerary = router.itinerary(
                new Envelope(passage.sender(), Parameters.NONE, List.of(Recipient.of(recipient))), passage.listener());
        itinerary.expansions().forEach(expansion -> lines.add(recipient + " is " + expansion.reason()));
        for (Way way : itinerary.ways()) {
            lines.add(told(way));
        }
        return lines;
    }

    private static String admission(Routing known, Mailbox recipient, Passage passage) {
        Optional<String> refusal = known.refusal(recipient, passage).map(route -> route.toString());
        if (refusal.isPresent()) {
            return "taken from nobody: " + refusal.get();
        }
        if (!known.isOwn(recipient.domain(), passage.listener())) {
            return "taken from trusted clients and users alone: " + recipient.domain() + " is not our own";
        }
        return known.exists(recipient, passage)
                ? "taken from everyone"
                : "taken from nobody: there is no such mailbox, unless it is the postmaster's";
    }

    private static String told(Way way) {
        List<String> whom = way.recipients().stream().map(recipient -> recipient.mailbox().toString()).toList();
        String to = switch (way) {
            case Way.To on -> "to " + on.destination();
            case Way.Discarded discarded -> "is thrown away";
            case Way.Nowhere none -> "goes nowhere";
        };
        return "mail from " + way.envelope().reversePath() + " for " + String.join(", ", whom) + " " + to + ": "
                + way.reason();
    }
}
