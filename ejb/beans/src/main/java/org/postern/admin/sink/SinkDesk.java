package org.postern.admin.sink;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.archive.MailArchive;
import org.postern.duty.Activity;
import org.postern.duty.Batches;
import org.postern.event.Page;
import org.postern.limit.Bulkhead;
import org.postern.mail.Recipient;
import org.postern.pipeline.sink.SinkBell;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Mail in the sink. To who is limited to some domains, there is nothing but mail whose recipients all have one of them. Its content is shown where that of other
 * mail is, by {@link ArchivedMail#key}.
 */
@Desk
@Singleton
public class SinkDesk {
    /** The longest time that somebody waits for mail. */
    public static final Duration LONGEST = Duration.ofSeconds(60);
    /** So many wait at a time. */
    public static final int MOST_WAITING = 8;
    /** Mail that comes to other nodes rings no bell here. */
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);
    private static final int BATCH = 100;
    private static final Sentence SINK = Sentence.form("auditSink", "sink").with();
    private static final Sentence.Form GONE = Sentence.form("auditSinkXGone", "{0} messages gone");
    private static final Sentence BUSY = Sentence
            .form("sinkBusy", "Others are waiting for mail of the sink now. Try again in a moment.")
            .with();

    private final MailArchive sink;
    private final SinkBell bell;
    private final Activity activity;
    private final Bulkhead waiters = new Bulkhead(MOST_WAITING);

    @Inject
    SinkDesk(MailArchive sink, SinkBell bell, Activity activity) {
        this.sink = sink;
        this.bell = bell;
        this.activity = activity;
    }

    /** {@return one page; the next is asked for by its last line} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<ArchivedMail> list(ArchiveQuery query) {
        return sink.list(mine(query));
    }

    private static ArchiveQuery mine(ArchiveQuery query) {
        return query.of(mine(query.filter()));
    }

    private static ArchiveFilter mine(ArchiveFilter filter) {
        return filter.handedOverTo(Destination.SINK).within(Caller.ofWhom());
    }

    /** {@return how many match, counted no further than {@link Page#COUNTED}} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public long count(ArchiveFilter filter) {
        return sink.count(mine(filter), Page.COUNTED);
    }

    /** {@return the line of one; empty if it is not there any more} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<ArchivedMail> line(long id) {
        return sink.find(id, mine(ArchiveFilter.ofSink()));
    }

    /** {@return to whom one was delivered, all of them; none if it is not there any more} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<String> recipients(long id) {
        List<String> recipients = new ArrayList<>();
        sink.look(id, mine(ArchiveFilter.ofSink()), mail -> mail.message()
                .envelope()
                .recipients()
                .stream()
                .map(Recipient::mailbox)
                .forEach(mailbox -> recipients.add(mailbox.toString())));
        return recipients;
    }

    /**
     * {@return a page, as soon as it has so many lines, or the time is over} It is over too when the server is to stop.
     *
     * @param count at most as many as the page may have
     * @param time at most {@link #LONGEST}
     * @throws org.postern.limit.BusyException if {@value #MOST_WAITING} others are waiting
     */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<ArchivedMail> await(ArchiveQuery query, int count, Duration time) {
        ArchiveQuery asked = mine(query);
        long end = System.nanoTime() + Math.min(time.toNanos(), LONGEST.toNanos());
        try (var _ = waiters.enter(BUSY)) {
            while (true) {
                long rings = bell.rings();
                List<ArchivedMail> found = sink.list(asked);
                long left = end - System.nanoTime();
                if (found.size() >= count || left <= 0 || !activity.isWorking()) {
                    return found;
                }
                bell.await(rings, Math.min(left, LOOK_AGAIN));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sink.list(asked);
        }
    }

    /**
     * Forgets what is there, and no more than that, however fast more comes.
     *
     * @param recipient nothing but mail for this address or domain
     * @return how many
     */
    @Acts(value = Role.OPERATOR, as = "sink emptied", ofDomains = true)
    public int empty(Optional<String> recipient) {
        ArchiveFilter filter = mine(recipient.map(ArchiveFilter.ofSink()::to).orElseGet(ArchiveFilter::ofSink));
        Batches batches = new Batches(BATCH, Math.toIntExact(sink.held(Destination.SINK).messages() / BATCH + 1));
        int all = batches.all(size -> sink.forget(filter, size));
        Act.tells(SINK, recipient.map(Sentence::asItIs).orElse(Act.NOTHING), GONE.with(Integer.toString(all)));
        return all;
    }
}
