package org.postern.contents;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Contents whose messages have been dealt with, in this order, until their files go. They stay for a while, since a message whose
 * acknowledgement failed is given out again. Not safe for many threads. Time is in nanoseconds, and of no day, so that setting the clock does not matter.
 */
final class SpentContents {
    /** How long a file stays. */
    static final Duration WAIT = Duration.ofSeconds(5);
    /** How long it stays if there are very many octets of them. */
    static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    /** How many octets are very many. */
    static final long MANY = 256L << 20;

    private record Spent(long size, long since) {}

    private final Map<String, Spent> names = new LinkedHashMap<>();
    private long octets;

    void add(String name, long size, long now) {
        takeBack(name);
        names.put(name, new Spent(size, now));
        octets += size;
    }

    /** Its message is here again. */
    void takeBack(String name) {
        Spent spent = names.remove(name);
        if (spent != null) {
            octets -= spent.size();
        }
    }

    /** {@return a content whose file may go now; it is not kept here any more} */
    Optional<String> takeDue(long now) {
        return takeOlder(now, octets > MANY ? LEAST_WAIT : WAIT);
    }

    /** {@return the same, at the end of a run: no later one knows of it} */
    Optional<String> takeAtTheEnd(long now) {
        return takeOlder(now, LEAST_WAIT);
    }

    private Optional<String> takeOlder(long now, Duration wait) {
        Iterator<Map.Entry<String, Spent>> earliest = names.entrySet().iterator();
        if (!earliest.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, Spent> first = earliest.next();
        if (now - first.getValue().since() < wait.toNanos()) {
            return Optional.empty();
        }
        octets -= first.getValue().size();
        earliest.remove();
        return Optional.of(first.getKey());
    }
}
