package org.postern.admin.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.admin.access.OwnMailboxes;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.event.Sought;
import org.postern.event.Trace;
import org.postern.event.TracedMessage;
import org.postern.mail.QueueId;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.WaitingMail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells one message from its first octet to the last reply. */
@Desk
@Singleton
public class MessageStory {
    private static final int MOST_PARKED = 100;

    private final Trace trace;
    private final SeenMail seen;
    private final WaitingMail waiting;

    @Inject
    MessageStory(Trace trace, WaitingMail waiting) {
        this.trace = trace;
        this.seen = new SeenMail(trace);
        this.waiting = waiting;
    }

    /** {@return the story of this queue id or session, as far as whoever asks may see it; empty if nothing is known of it} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<Story> tell(String key) {
        return trace.message(key)
                .or(() -> trace.message(key.toUpperCase(Locale.ROOT)))
                .or(() -> trace.session(key).stream().filter(one -> seen.of(one).isPresent()).findFirst())
                .flatMap(this::tell);
    }

    private Optional<Story> tell(TracedMessage message) {
        List<TracedMessage> session = message.session().map(trace::session).orElse(List.of());
        return seen.of(message)
                .map(shown -> new Story(shown, seen.recipients(message), StoryStep.of(seen.story(message)),
                        message.queueId().map(this::parked).orElse(List.of()),
                        session.stream()
                                .filter(other -> !other.key().equals(message.key()))
                                .flatMap(other -> seen.of(other).stream())
                                .toList()));
    }

    private List<ParkedSummary> parked(QueueId id) {
        return waiting.find(ParkedQuery.first(MOST_PARKED).within(Caller.ofWhom()).by(new Sought.Word(id.text())))
                .items()
                .stream()
                .filter(one -> one.queueId().equals(id))
                .map(one -> one.worded(OwnMailboxes.ofCaller(Optional.of(one.reversePath()), List.of())::in))
                .toList();
    }
}
