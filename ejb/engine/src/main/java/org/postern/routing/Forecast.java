package org.postern.routing;

import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says where mail would go, and why, without there being any. */
public final class Forecast {
    private static final Sentence.Form REFUSED = Sentence.form("takenFromNobodyX", "taken from nobody: {0}");
    private static final Sentence.Form FOREIGN = Sentence.form("takenFromTrustedAlone",
            "taken from trusted clients and users alone: {0} is not our own");
    private static final Sentence EVERYONE = Sentence.form("takenFromEveryone", "taken from everyone").with();
    private static final Sentence NO_MAILBOX = Sentence.form("takenFromNobody",
            "taken from nobody: there is no such mailbox, unless it is the postmaster's").with();
    private static final Sentence.Form IS = Sentence.form("xIsX", "{0} is {1}");
    private static final Sentence.Form TO = Sentence.form("mailFromXForXToX", "mail from {0} for {1} to {2}: {3}");
    private static final Sentence.Form DISCARDED = Sentence.form("mailFromXForXDiscarded",
            "mail from {0} for {1} is thrown away: {2}");
    private static final Sentence.Form NOWHERE = Sentence.form("mailFromXForXNowhere",
            "mail from {0} for {1} goes nowhere: {2}");

    private final Supplier<Routing> routing;
    private final Router router;

    public Forecast(Supplier<Routing> routing, Router router) {
        this.routing = routing;
        this.router = router;
    }

    /** {@return what would happen to mail for this recipient, in sentences} */
    public List<Sentence> of(Mailbox recipient, Passage passage) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(admission(routing.get(), recipient, passage));
        Itinerary itinerary = router.itinerary(
                new Envelope(passage.sender(), Parameters.NONE, List.of(Recipient.of(recipient))), passage.listener());
        itinerary.expansions().forEach(expansion -> lines.add(IS.with(recipient.toString(), expansion.reason())));
        for (Way way : itinerary.ways()) {
            lines.add(told(way));
        }
        return lines;
    }

    private static Sentence admission(Routing known, Mailbox recipient, Passage passage) {
        Optional<String> refusal = known.refusal(recipient, passage).map(route -> route.toString());
        if (refusal.isPresent()) {
            return REFUSED.with(refusal.get());
        }
        if (!known.isOwn(recipient.domain(), passage.listener())) {
            return FOREIGN.with(recipient.domain().toString());
        }
        return known.exists(recipient, passage)
                ? EVERYONE
                : NO_MAILBOX;
    }

    private static Sentence told(Way way) {
        String from = way.envelope().reversePath().toString();
        String whom = way.recipients()
                .stream()
                .map(recipient -> recipient.mailbox().toString())
                .collect(Collectors.joining(", "));
        return switch (way) {
            case Way.To on -> TO.with(from, whom, on.destination().toString(), on.reason());
            case Way.Discarded discarded -> DISCARDED.with(from, whom, discarded.reason());
            case Way.Nowhere none -> NOWHERE.with(from, whom, none.reason());
        };
    }
}
