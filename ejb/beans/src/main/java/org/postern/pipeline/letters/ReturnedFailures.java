package org.postern.pipeline.letters;

import org.postern.bounce.BounceClass;
import org.postern.bounce.Classifier;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.QueueId;
import org.postern.notice.ReportedFailure;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
     */
    List<Event> events(QueueId about, List<ReportedFailure> failures, QueueId report) {
        Map<String, Event> events = new LinkedHashMap<>();
        for (ReportedFailure failure : failures) {
            BounceClass kind = CLASSES.of(failure.status(), failure.words());
            String name = name(failure, kind);
            if (!events.containsKey(name)) {
                String status = failure.status().map(s -> s + " ").orElse("");
                events.put(name, source.of(EventKind.BOUNCED_BACK)
                        .queueId(about)
                        .addresses(failure.addresses())
                        .reply(status + failure.words().strip().replaceAll("\\s+", " "))
                        .detail(kind + "; report " + report)
                        .event(name));
            }
        }
        return List.copyOf(events.values());
    }

    private static String name(ReportedFailure failure, BounceClass kind) {
        String first = failure.addresses().stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
        return "back-" + UUID.nameUUIDFromBytes((kind + " " + first).getBytes(StandardCharsets.UTF_8));
    }
}
