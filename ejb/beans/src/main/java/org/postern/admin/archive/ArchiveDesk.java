package org.postern.admin.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.Operations;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.archive.Archives;
import org.postern.archive.MailArchive.Held;
import org.postern.archive.MailArchive;
import org.postern.config.Settings;
import org.postern.config.rule.ArchiveRule;
import org.postern.event.Page;
import org.postern.pipeline.archive.Replay;
import org.postern.queue.Backlog;
import org.postern.queue.Dispatch;
import org.postern.queue.Headroom;
import org.postern.queue.Lane;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.queue.WaitingSettings;
import org.postern.routing.Destination;
import org.postern.routing.RouteTarget;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What was handed over to applications, where their tables have it archived. To who is limited to some domains, there is nothing but mail whose recipients all have
 * one of them. Its content is shown where that of other mail is, by {@link ArchivedMail#key}.
 */
@Desk
@Singleton
public class ArchiveDesk {
    private static final Sentence.Form ARCHIVED = Sentence.form("auditArchivedX", "archived mail {0}");
    private static final Sentence.Form ALL_OF = Sentence.form("auditOperationHandedOverToX",
            "what was handed over to {0}");
    private static final Sentence.Form TO = Sentence.form("actHandOverAgainToX", "hand over once more to {0}");
    private static final Sentence GONE = Sentence.form("archivedMailGone", "It is in the archive no more.").with();
    private static final Sentence.Form NO_APPLICATION = Sentence.form("notAnApplicationsPlace",
            "mail is handed over to queue:… or topic:… of an application, not to {0}");
    private static final Sentence.Form NO_QUEUE = Sentence.form("noQueueToHandOverTo",
            "there is no queue {0} to hand over to");
    private static final Sentence.Form UNREADABLE = Sentence.form("archivedMailUnreadable",
            "the archived mail cannot be read: {0}");
    private static final String QUEUE = "queue:";
    /** So many are counted before an operation begins. */
    private static final int MOST_COUNTED = 1_000_000;

    private final MailArchive archive;
    private final Archives archives;
    private final Replay replay;
    private final Operations operations;
    private final Backlog backlog;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    ArchiveDesk(MailArchive archive, Archives archives, Replay replay, Operations operations, Backlog backlog,
            Settings settings, InstantSource clock) {
        this.archive = archive;
        this.archives = archives;
        this.replay = replay;
        this.operations = operations;
        this.backlog = backlog;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@return what is archived, and of what there is still something, by name} */
    @Looks(Role.AUDITOR)
    public List<ArchivePlace> places() {
        Map<String, ArchivePlace> places = new TreeMap<>();
        archives.rules()
                .forEach(rule -> places.put(rule.place(), new ArchivePlace(rule.place(), 0, 0, Optional.of(rule))));
        for (Map.Entry<String, Held> held : archive.held().entrySet()) {
            String place = held.getKey();
            if (!place.equals(Destination.SINK)) {
                Optional<ArchiveRule> rule = archives.of(Destination.parse(place));
                places.put(place, new ArchivePlace(place, held.getValue().messages(), held.getValue().octets(), rule));
            }
        }
        return List.copyOf(places.values());
    }

    /** {@return one page; the next is asked for by its last line} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<ArchivedMail> list(ArchiveQuery query) {
        return archive.list(query.of(mine(query.filter())));
    }

    /** {@return how many match, counted no further than {@link Page#COUNTED}} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public long count(ArchiveFilter filter) {
        return archive.count(mine(filter), Page.COUNTED);
    }

    /** Mail of the sink is no application's: it never leaves. */
    private static ArchiveFilter mine(ArchiveFilter filter) {
        if (filter.place().filter(place -> !place.equals(Destination.SINK)).isEmpty()) {
            throw NO_APPLICATION.refused(filter.place().orElse(""));
        }
        return filter.within(Caller.ofWhom());
    }

    /** {@return the line of one; empty if it is not there any more} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<ArchivedMail> line(long id) {
        return archive.find(id, any()).filter(one -> !one.place().equals(Destination.SINK));
    }

    private static ArchiveFilter any() {
        return ArchiveFilter.everything().within(Caller.ofWhom());
    }

    /** {@return to whom one was delivered, all of them; none if it is not there any more} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<String> recipients(long id) {
        List<String> recipients = new ArrayList<>();
        archive.look(id, any(), mail -> mail.message()
                .envelope()
                .recipients()
                .forEach(recipient -> recipients.add(recipient.mailbox().toString())));
        return recipients;
    }

    /**
     * Hands one over again, and returns when that is done.
     *
     * @param to another queue or topic than before
     * @return what was wrong; empty if it is done
     * @throws QueueUnavailableException when it was not handed over
     */
    @Acts(value = Role.OPERATOR, as = "archived mail replayed")
    public Optional<Sentence> now(long id, Optional<String> to, String by) throws QueueUnavailableException {
        Optional<Destination> elsewhere = to.map(this::application);
        Act.tells(ARCHIVED.with(Long.toString(id)), Act.NOTHING,
                elsewhere.map(place -> TO.with(place.toString())).orElse(Act.NOTHING));
        return again(id, elsewhere, by) ? Optional.empty() : Optional.of(GONE);
    }

    /**
     * Begins to hand over again what is there now and matches, in about the order in which it came, and no faster than it is read.
     *
     * @param filter names the queue or topic
     * @param to another queue or topic than before
     * @return the operation that was begun; empty when too many others are going on
     * @throws IllegalArgumentException if it can be handed over to none
     */
    @Acts(value = Role.OPERATOR, as = "archive replayed")
    public Optional<OperationView> begin(ArchiveFilter filter, Optional<String> to, String by) {
        Optional<Destination> elsewhere = to.map(this::application);
        ArchiveFilter until = mine(filter).before(clock.instant());
        String place = filter.place().orElseThrow();
        Sentence act = TO.with(elsewhere.map(Destination::toString).orElse(place));
        Act.tells(ALL_OF.with(place), Act.NOTHING, act);
        Destination there = elsewhere.orElseGet(() -> Destination.parse(place));
        Supplier<Headroom> room = () -> new Headroom(backlog, settings.get(WaitingSettings.AHEAD),
                Dispatch.queue(there, Lane.ORDINARY));
        return operations.begin(new ReplayJob(archive, until, archive.count(until, MOST_COUNTED), act,
                ALL_OF.with(place), room, id -> again(id, elsewhere, by)), by);
    }

    private Destination application(String text) {
        String name = text.strip();
        Destination there = RouteTarget.parse(name.indexOf(':') < 0 ? QUEUE + name : name)
                .application()
                .orElseThrow(() -> NO_APPLICATION.refused(name));
        if (there instanceof Destination.ApplicationQueue(String queue) && backlog.lacks(queue)) {
            throw NO_QUEUE.refused(queue);
        }
        return there;
    }

    /**
     * {@return whether it was there} What is forgotten while it is read was not; what went wrong after it was posted says nothing against that.
     */
    private boolean again(long id, Optional<Destination> to, String by) throws QueueUnavailableException {
        if (line(id).isEmpty()) {
            return false;
        }
        List<Outcome> outcome = new ArrayList<>(1);
        try {
            return archive.look(id, any(), mail -> outcome.add(posted(mail, to, by)))
                    && outcome.getFirst().isPosted();
        } catch (RuntimeException e) {
            if (!outcome.isEmpty()) {
                return outcome.getFirst().isPosted();
            }
            if (line(id).isEmpty()) {
                return false;
            }
            throw new QueueUnavailableException(UNREADABLE.with(String.valueOf(e.getMessage())), false, e);
        }
    }

    /** What came of a posting: a fault, or none. */
    private record Outcome(Optional<QueueUnavailableException> fault) {
        boolean isPosted() throws QueueUnavailableException {
            if (fault.isPresent()) {
                throw fault.get();
            }
            return true;
        }
    }

    private Outcome posted(QueuedMail mail, Optional<Destination> to, String by) {
        try {
            replay.post(mail, to.or(mail::destination).orElseThrow(), by);
            return new Outcome(Optional.empty());
        } catch (QueueUnavailableException e) {
            return new Outcome(Optional.of(e));
        }
    }
}
