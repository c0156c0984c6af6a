package org.postern.pipeline.letters;

import org.postern.bounce.BounceClass;
import org.postern.bounce.Classifier;
import org.postern.bounce.ReturnWishes.Awaited;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.QueueId;
import org.postern.notice.ReportedFailure;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a report adds to the story of a message: a recipient fails once in each class, however often that is reported, for whoever has
 * seen a return path can write to it.
 */
final class ReturnedFailures {
    private static final Classifier CLASSES = Classifier.standard();

    private final EventSource source;

    ReturnedFailures(EventSource source) {
        this.source = source;
    }

    /**
     * {@return the events; those that the story has already bear the same name there} Whom of those they name the message went to, the
     * story knows.
     *
     * @param report its name
     * @param awaited what the message's application wants to hear
     */
    List<Event> events(QueueId about, List<ReportedFailure> failures, QueueId report,
            Optional<Awaited> awaited) {
        Map<String, Event> events = new LinkedHashMap<>();
        for (ReportedFailure failure : failures) {
            BounceClass kind = CLASSES.of(failure.status(), failure.words());
            String name = name(failure, kind);
            if (!events.containsKey(name)) {
                String status = failure.status().map(s -> s + " ").orElse("");
                Event event = source.of(EventKind.BOUNCED_BACK)
                        .queueId(about)
                        .addresses(failure.addresses())
                        .reply(status + failure.words().strip().replaceAll("\\s+", " "))
                        .detail(kind + "; report " + report)
                        .telling(telling(about, failure, kind, report, awaited))
                        .event(name);
                events.put(name, event);
            }
        }
        return List.copyOf(events.values());
    }

    private static Optional<Telling> telling(QueueId about, ReportedFailure failure, BounceClass kind, QueueId report,
            Optional<Awaited> awaited) {
        Telling.Ground ground = new Telling.Ground(Optional.of("report " + report), Optional.of(kind.toString()),
                failure.status().map(Object::toString),
                Optional.of(failure.words().strip().replaceAll("\\s+", " ")));
        return Telling.of(awaited.map(Awaited::wish), SubmissionOutcome.RETURNED, about + ">" + kind)
                .map(telling -> telling.because(ground).naming(whom(failure, awaited.orElseThrow().recipients())));
    }

    /** {@return whom of those that the application knows the report means; if none, whom it names first} */
    private static List<String> whom(ReportedFailure failure, List<String> known) {
        List<String> meant = known.stream()
                .filter(address -> failure.addresses().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
        if (meant.isEmpty() && known.size() == 1) {
            return known;
        }
        return meant.isEmpty() ? failure.addresses().stream().limit(1).toList() : meant;
    }

    private static String name(ReportedFailure failure, BounceClass kind) {
        String first = failure.addresses().stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
        return "back-" + UUID.nameUUIDFromBytes((kind + " " + first).getBytes(StandardCharsets.UTF_8));
    }
}
