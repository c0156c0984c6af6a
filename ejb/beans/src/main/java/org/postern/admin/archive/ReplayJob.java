package org.postern.admin.archive;

import org.postern.admin.parked.Job;
import org.postern.admin.parked.Perseverance;
import org.postern.admin.parked.Progress;
import org.postern.archive.ArchiveFilter;
import org.postern.archive.ArchiveQuery;
import org.postern.archive.ArchivedMail;
import org.postern.archive.MailArchive;
import org.postern.queue.Headroom;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Hands over again what was handed over before it began, in the order in which it came to the archive. It waits while too much lies in the queue that nobody has read; what the queue does not take is
 * tried again for a while.
 *
 * @param filter which
 * @param count how many there are
 * @param room how many more the queue may hold at the moment
 * @param again hands one over
 */
record ReplayJob(MailArchive archive, ArchiveFilter filter, long count, Sentence said, Sentence subject,
        Supplier<Headroom> room, Again again)
        implements
            Job {
    private static final int PAGE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Hands one over again. */
    @FunctionalInterface
    interface Again {
        /** {@return whether it was there} */
        boolean replay(long id) throws QueueUnavailableException;
    }

    @Override
    public void work(Progress progress) throws InterruptedException, QueueUnavailableException {
        progress.isAbout(count);
        OptionalLong last = OptionalLong.empty();
        Deque<ArchivedMail> page = next(last, progress);
        while (!page.isEmpty() && !progress.isCancelled()) {
            last = OptionalLong.of(page.getLast().id());
            Deque<ArchivedMail> these = page;
            Perseverance.untilDone(progress, () -> replay(these, progress));
            page = next(last, progress);
        }
    }

    /** {@return those that come next, as many as there is room for; none when there are no more, or it is cancelled} */
    private Deque<ArchivedMail> next(OptionalLong after, Progress progress) throws InterruptedException {
        int most = Math.min(PAGE, room.get().left());
        while (most == 0 && !progress.isCancelledWithin(PAUSE.toMillis())) {
            most = Math.min(PAGE, room.get().left());
        }
        return most == 0
                ? new ArrayDeque<>()
                : new ArrayDeque<>(
                        archive.list(new ArchiveQuery(filter, ArchiveQuery.Order.OLDEST_FIRST, after, most)));
    }

    private void replay(Deque<ArchivedMail> page, Progress progress) throws QueueUnavailableException {
        while (!page.isEmpty() && !progress.isCancelled()) {
            progress.did(again.replay(page.peek().id()) ? 1 : 0, 1);
            page.remove();
        }
    }
}
