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
     * {@return the events; those that the story has already bear the same name there}
     *
     * @param known addresses the message went to
     * @param report its name
     */
    List<Event> events(QueueId about, List<String> known, List<ReportedFailure> failures, QueueId report) {
        Map<String, Event> events = new LinkedHashMap<>();
        for (ReportedFailure failure : failures) {
            List<String> concerned = concerned(known, failure);
            BounceClass kind = CLASSES.of(failure.status(), failure.words());
            String name = name(concerned, kind);
            if (!events.containsKey(name)) {
                String status = failure.status().map(s -> s + " ").orElse("");
                events.put(name, source.of(EventKind.BOUNCED_BACK)
                        .queueId(about)
                        .addresses(concerned)
                        .reply(status + failure.words().strip().replaceAll("\\s+", " "))
                        .detail(kind + "; report " + report)
                        .event(name));
            }
        }
        return List.copyOf(events.values());
    }

    private static String name(List<String> concerned, BounceClass kind) {
        String first = concerned.isEmpty() ? "" : concerned.getFirst();
        return "back-" + UUID.nameUUIDFromBytes((kind + " " + first).getBytes(StandardCharsets.UTF_8));
    }

    /** Whom a report names need not be whom we have sent to; nobody gets into a story by being named in one. */
    private static List<String> concerned(List<String> known, ReportedFailure failure) {
        List<String> named = known.stream()
                .filter(address -> failure.addresses().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
        return named.isEmpty() && known.size() == 1 ? known : named;
    }
}
