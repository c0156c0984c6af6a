package org.postern.admin.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.parked.SenderLists;
import org.postern.digest.DigestLink;
import org.postern.digest.DigestStore;
import org.postern.digest.LinkToken;
import org.postern.limit.Counters;
import org.postern.limit.InMemoryCounters;
import org.postern.pipeline.parked.RecipientRelease;
import org.postern.queue.QueueUnavailableException;
import org.postern.reputation.entry.ListEntry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The links in digests. Each is good for one message and one recipient, once, until its time is over. Whoever has one needs no other proof: it was sent to the
 * recipient's mailbox.
 */
@Singleton
public class DigestLinks {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_A_MINUTE = 120;
    private static final int MOST_ADDRESSES = 10_000;

    private final DigestStore store;
    private final RecipientRelease release;
    private final SenderLists lists;
    private final InstantSource clock;
    private final Counters asked;

    @Inject
    DigestLinks(DigestStore store, RecipientRelease release, SenderLists lists, InstantSource clock) {
        this.store = store;
        this.release = release;
        this.lists = lists;
        this.clock = clock;
        this.asked = new InMemoryCounters(clock, MOST_ADDRESSES);
    }

    /** What came of a link. */
    public enum Outcome {
        /** The message is on its way. */
        RELEASED,
        /** It is, and its sender is allowed. */
        RELEASED_AND_ALLOWED,
        /** It is; its sender is not allowed, since the message does not name one. */
        RELEASED_ALONE,
        /** The link was used before. */
        USED,
        /** The message does not wait for this recipient any more. */
        GONE,
        /** It cannot be recorded now; the link can be used again. */
        LATER,
        /** There is no such link, or its time is over: nobody is told which. */
        UNKNOWN
    }

    /** {@return whether this address may ask once more} */
    public boolean admits(String address) {
        return asked.add(address, 1, MINUTE) <= MOST_A_MINUTE;
    }

    /** {@return what a link is for; empty if there is none, or its time is over. Nothing changes} */
    public Optional<DigestLink> find(String token) {
        return store.find(LinkToken.hash(token)).filter(link -> clock.instant().isBefore(link.expires()));
    }

    /**
     * Releases the message for the recipient. The link is used up when that is done: a crash between leaves a link that finds nothing more to release.
     *
     * @param allow whether its sender is to be allowed to write to this recipient, too
     */
    public Outcome use(String token, boolean allow) {
        Optional<DigestLink> found = find(token);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        DigestLink link = found.get();
        if (link.used().isPresent()) {
            return Outcome.USED;
        }
        try {
            return release(link, allow);
        } catch (QueueUnavailableException e) {
            return Outcome.LATER;
        }
    }

    private Outcome release(DigestLink link, boolean allow) throws QueueUnavailableException {
        String address = address(link.recipient());
        boolean allowed = allow && release.isHeld(link.parkedKey(), link.recipient()) && allow(link, address);
        if (!release.release(link.parkedKey(), link.recipient(), address + ", by the link in a digest")) {
            return Outcome.GONE;
        }
        store.use(link.hash(), clock.instant());
        if (allowed) {
            return Outcome.RELEASED_AND_ALLOWED;
        }
        return allow ? Outcome.RELEASED_ALONE : Outcome.RELEASED;
    }

    private boolean allow(DigestLink link, String address) {
        try {
            return lists.put(ListEntry.Effect.ALLOW, link.parkedKey(), address, address);
        } catch (IllegalArgumentException noOne) {
            return false;
        }
    }

    private static String address(String key) {
        int slash = key.indexOf('/');
        return key.substring(slash + 1) + "@" + key.substring(0, slash);
    }
}
