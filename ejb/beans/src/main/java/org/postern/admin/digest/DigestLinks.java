package org.postern.admin.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.admin.parked.SenderLists;
import org.postern.digest.DigestLink;
import org.postern.digest.DigestStore;
import org.postern.digest.LinkToken;
import org.postern.limit.Counters;
import org.postern.limit.InMemoryCounters;
import org.postern.pipeline.digest.Digests;
import org.postern.pipeline.parked.RecipientRelease;
import org.postern.queue.QueueUnavailableException;
import org.postern.reputation.entry.ListEntry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The links in digests. Each is good for one message and one recipient, once, until its time is over. Whoever has one needs no other proof: it was sent to the
 * recipient's mailbox.
 */
@Singleton
public class DigestLinks {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_A_MINUTE = 120;
    private static final int MOST_ADDRESSES = 10_000;

    private final Digests digests;
    private final DigestStore store;
    private final RecipientRelease release;
    private final SenderLists lists;
    private final InstantSource clock;
    private final Counters asked;

    @Inject
    DigestLinks(Digests digests, DigestStore store, RecipientRelease release, SenderLists lists, InstantSource clock) {
        this.digests = digests;
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
        /** It cannot be recorded now, or somebody else is about the message; the link can be used again. */
        LATER,
        /** There is no such link, its time is over, or the operator has taken it back: nobody is told which. */
        UNKNOWN
    }

    /** {@return whether this client network, which has come with a token that is none, may do so once more} Who has a good one is never asked. */
    public boolean admits(String network) {
        return asked.add(network, 1, MINUTE) <= MOST_A_MINUTE;
    }

    /** {@return what a link is for; empty if there is none, its time is over, or its recipient is to be told no more. Nothing changes} */
    public Optional<DigestLink> find(String token) {
        return store.find(LinkToken.hash(token))
                .filter(link -> clock.instant().isBefore(link.expires()))
                .filter(link -> digests.tells(link.recipient()));
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
        Optional<String> sender = allow && release.isHeld(link.parkedKey(), link.recipient())
                ? acting(address, () -> lists.sender(ListEntry.Effect.ALLOW, link.parkedKey(), address))
                : Optional.empty();
        return switch (release.release(link.parkedKey(), link.recipient(), address + ", by the link in a digest")) {
            case GONE -> Outcome.GONE;
            case BUSY -> Outcome.LATER;
            case RELEASED -> {
                store.use(link.hash(), clock.instant());
                yield released(allow, sender.flatMap(one -> acting(address, () -> {
                    lists.put(ListEntry.Effect.ALLOW, one, address, address);
                    return sender;
                })).isPresent());
            }
        };
    }

    private static Outcome released(boolean allow, boolean allowed) {
        if (allowed) {
            return Outcome.RELEASED_AND_ALLOWED;
        }
        return allow ? Outcome.RELEASED_ALONE : Outcome.RELEASED;
    }

    /** {@return what comes of it when the recipient does it; empty where it cannot be done for this message} */
    private static Optional<String> acting(String address, Callable<Optional<String>> something) {
        try {
            return Caller.recipient(address).does(something);
        } catch (IllegalArgumentException noOne) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(String key) {
        int slash = key.indexOf('/');
        return key.substring(slash + 1) + "@" + key.substring(0, slash);
    }
}
