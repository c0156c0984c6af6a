package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.OwnMailboxes;
import org.postern.admin.access.Role;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.routing.Router;
import org.postern.routing.Way;
import org.postern.sentence.Sentence;
import org.postern.trust.Retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person can do about mail that waits. Each act stands in the story of the message, with the person's name. To who is
 * limited to some domains, there is nothing but mail whose recipients all have one of them.
 */
@Desk
@Singleton
public class ParkedMail {
    private static final Sentence.Form MESSAGE = Sentence.form("auditParkedMessageX", "message {0}");
    private static final Sentence.Form MESSAGES = Sentence.form("auditParkedXMessages", "{0} messages");
    private static final Sentence.Form TOO_MANY = Sentence.form("moreThanAFew",
            "more than a few: begin an operation");
    private final WaitingMail waiting;
    private final ParkedActs acts;
    private final Router router;
    private final Retention retention;

    @Inject
    ParkedMail(WaitingMail waiting, ParkedActs acts, Router router, Retention retention) {
        this.waiting = waiting;
        this.acts = acts;
        this.router = router;
        this.retention = retention;
    }

    /** {@return how many match, counted no further than {@link Page#COUNTED}} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public long count(ParkedFilter filter) {
        return waiting.count(filter.within(Caller.ofWhom()), Page.COUNTED);
    }

    /** {@return how many match; counting ends at {@code most}} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public long count(ParkedFilter filter, int most) {
        return waiting.count(filter.within(Caller.ofWhom()), most);
    }

    /** {@return one page; the next is asked for by its last line} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<ParkedSummary> list(ParkedQuery query) {
        return waiting.list(query.within(Caller.ofWhom())).stream().map(ParkedMail::seen).toList();
    }

    /** {@return a line as whoever asks may read it} */
    private static ParkedSummary seen(ParkedSummary line) {
        return line.worded(words(line.reversePath()));
    }

    private static UnaryOperator<String> words(String sender) {
        return OwnMailboxes.ofCaller(Optional.of(sender), List.of())::in;
    }

    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Page<ParkedSummary> find(ParkedQuery query) {
        Page<ParkedSummary> page = waiting.find(query.within(Caller.ofWhom()));
        return new Page<>(page.items().stream().map(ParkedMail::seen).toList(), page.total());
    }

    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Map<Reason, Long> counts() {
        return waiting.counts(Caller.ofWhom());
    }

    /** {@return when this line is dropped if nobody lets it out of quarantine; empty for what is not there} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<Instant> end(ParkedSummary line) {
        return line.quarantined().map(one -> retention.end(one.kind(), one.since()));
    }

    /** {@return the line of this message; empty if it is no longer parked} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<ParkedSummary> line(String key) {
        List<ParkedQuery> queries = new ArrayList<>();
        lookAt(key, message -> queries.add(rightBefore(message).within(Caller.ofWhom())));
        return queries.stream()
                .flatMap(query -> waiting.list(query).stream())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(ParkedMail::seen);
    }

    private void lookAt(String key, Consumer<ParkedMessage> reader) {
        if (Caller.ofWhom().isAll() || !waiting.within(Caller.ofWhom(), List.of(key)).isEmpty()) {
            waiting.look(key, reader);
        }
    }

    /** A message may have more lines than a page has; those whose keys begin alike are few. */
    private static ParkedQuery rightBefore(ParkedMessage message) {
        String before = message.key().substring(0, message.key().length() - 1);
        return new ParkedQuery(
                ParkedFilter.everything().by(new Sought.Word(message.mail().message().id().text())),
                Optional.of(new ParkedQuery.Place(message.due(), before)), ParkedQuery.MAX_LIMIT);
    }

    /** {@return the message itself, as far as a person can take it in; empty if it is no longer parked} */
    @Looks(value = Role.OPERATOR, ofDomains = true)
    public Optional<ParkedDetail> look(String key) {
        List<ParkedDetail> seen = new ArrayList<>();
        lookAt(key, message -> seen.add(Glance.at(message)
                .worded(words(message.mail().message().envelope().reversePath().address()))));
        return seen.stream().findFirst();
    }

    /** {@return the same, for who reads it: the audit log says so} */
    @Acts(value = Role.OPERATOR, as = "content read", ofDomains = true)
    public Optional<ParkedDetail> read(String key) {
        return look(key);
    }

    /** {@return why a message would be held again if it were released: there is no way for any of its recipients; empty if there is one} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<Sentence> obstacle(String key) {
        List<Sentence> obstacles = new ArrayList<>();
        lookAt(key, message -> obstacle(message).ifPresent(obstacles::add));
        return obstacles.stream().findFirst();
    }

    private Optional<Sentence> obstacle(ParkedMessage message) {
        if (message.mail().destination().isPresent() || !message.queue().equals(MailQueue.INCOMING)) {
            return Optional.empty();
        }
        List<Way> ways = router
                .itinerary(message.mail().message().envelope(), message.mail().arrival().listener())
                .ways();
        OwnMailboxes own = OwnMailboxes.ofCaller();
        return ways.stream().allMatch(Way.Nowhere.class::isInstance)
                ? ways.stream().findFirst().map(way -> way.reason().worded(own::in))
                : Optional.empty();
    }

    /**
     * Does something about one message or a few, and waits until it is done.
     *
     * @param keys at most a thousand
     * @return how many were still parked
     * @throws QueueUnavailableException when that cannot be recorded now; then nothing was done
     */
    @Acts(value = Role.OPERATOR, as = "mail acted on", ofDomains = true)
    public int now(ParkedAct act, Collection<String> keys, String by) throws QueueUnavailableException {
        if (keys.size() > ParkedQuery.MAX_LIMIT) {
            throw TOO_MANY.refused();
        }
        act.checkFor(Caller.ofWhom());
        int done = acts.carryOut(act, keys, by);
        Act.tells(
                keys.size() == 1
                        ? MESSAGE.with(keys.iterator().next())
                        : MESSAGES.with(Integer.toString(keys.size())),
                Act.NOTHING,
                Sentence.joined(": ", List.of(act.said(), Sentence.asItIs(Integer.toString(done)))));
        return done;
    }
}
