package org.postern.config.file;

import org.postern.config.rule.SenderPattern;
import org.postern.event.OutcomeWish;
import org.postern.event.StandingWish;
import org.postern.event.SubmissionOutcome;
import org.postern.routing.RouteTarget;
import org.tomlj.TomlTable;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tables {@code [[events]]}. */
final class EventsReader {
    static final String TABLE = "events";

    private static final List<String> KEYS = List.of("sender", "to", "kinds");
    private static final int MOST = 1000;

    private final Problems problems;

    EventsReader(Problems problems) {
        this.problems = problems;
    }

    List<StandingWish> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, EventsReader::wish).stream().limit(MOST).toList();
    }

    private static Optional<StandingWish> wish(TableReader table) {
        Optional<SenderPattern> senders = table.required("sender", SenderPattern::parse);
        Optional<String> to = table.required("to", EventsReader::place);
        Set<SubmissionOutcome> outcomes = table.optional("kinds", EventsReader::outcomes)
                .orElseGet(() -> told(OutcomeWish.USUAL));
        return senders.flatMap(pattern -> to.map(place -> new StandingWish(pattern, place, outcomes)));
    }

    private static String place(String text) {
        if (RouteTarget.parse(text).application().isEmpty()) {
            throw new IllegalArgumentException("events go to queue:… or topic:…, not to " + text);
        }
        return text;
    }

    private static Set<SubmissionOutcome> outcomes(String words) {
        Set<SubmissionOutcome> told = told(OutcomeWish.outcomes(words));
        if (told.isEmpty()) {
            throw new IllegalArgumentException("a refusal is told to nobody but who has handed in what is refused");
        }
        return told;
    }

    /** What is refused may have no sender. */
    private static Set<SubmissionOutcome> told(Set<SubmissionOutcome> wanted) {
        EnumSet<SubmissionOutcome> told = EnumSet.copyOf(wanted);
        told.remove(SubmissionOutcome.REFUSED);
        return told;
    }
}
