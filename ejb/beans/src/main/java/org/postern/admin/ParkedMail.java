package org.postern.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postern.event.Page;
import org.postern.pipeline.Abandonment;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a person can do about mail that waits. Each act stands in the story of the message, with the person's name. */
@ApplicationScoped
public class ParkedMail {
    /** The most messages that one act is about. */
    public static final int MOST_AT_ONCE = Page.COUNTED;

    @Inject
    private WaitingMail waiting;
    @Inject
    private Abandonment abandonment;
    @Inject
    private InstantSource clock;

    public Page<ParkedSummary> find(ParkedQuery query) {
        return waiting.find(query);
    }

    public Map<Reason, Long> counts() {
        return waiting.counts();
    }

    /** {@return the keys of everything that matches, at most {@link #MOST_AT_ONCE}; the page of the query does not matter} */
    public List<String> keys(ParkedQuery query) {
        List<String> keys = new ArrayList<>();
        Page<ParkedSummary> page;
        do {
            page = waiting.find(new ParkedQuery(query.sought(), query.reason(), keys.size(), ParkedQuery.MAX_LIMIT));
            page.items().forEach(one -> keys.add(one.key()));
        } while (page.items().size() == ParkedQuery.MAX_LIMIT && keys.size() < MOST_AT_ONCE);
        return keys;
    }

    /**
     * Sends these on their way within a second or so, whatever they wait for: what was deferred is tried, what was held is released.
     *
     * @return how many were still parked
     */
    public int retryNow(Collection<String> keys, String by) {
        return keys.isEmpty() ? 0 : waiting.bringForward(keys, clock.instant(), by);
    }

    /**
     * Ends these for good. Nobody is told but the trace.
     *
     * @return how many were still parked
     * @throws QueueUnavailableException when that cannot be recorded now; then nothing was dropped
     */
    public int drop(Collection<String> keys, String by) throws QueueUnavailableException {
        return keys.isEmpty() ? 0 : waiting.drop(keys, mail -> abandonment.tell(mail, by));
    }
}
