package org.postern.digest;

import org.postern.event.AddressKey;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Writes to all recipients who have something new in quarantine, once a day, by one node of all. Goes on where another node ended in the middle: each is written
 * to once, as far as the queue knows its duplicate keys.
 */
public final class DigestRound {
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** What was parked so long ago is seen by all. */
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;
    /** So often in a row, a turn each, before others wait no longer for one. */
    private static final int MOST_FAILURES = 30;

    private final DigestStore store;
    private final HeldMail held;
    private final Poster poster;
    private final Plan plan;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final String node;
    private String failed = "";
    private int failures;

    /**
     * What an operator has set.
     *
     * @param lines messages in one letter
     */
    public record Plan(List<Domain> domains, LocalTime time, int lines, URI base, Duration linkTime) {}

    /** Puts letters on their way. */
    public interface Poster {
        /**
         * Durable on return; when it throws, nothing is on its way.
         *
         * @param key the same for the same letter: it goes once
         */
        void post(Digest digest, String key) throws Exception;

        /** This recipient, in the form that addresses are found by, could not be written to again and again; he has no letter this time. */
        void passedOver(String recipient, Exception why);
    }

    /** @param node names this one among all */
    public DigestRound(DigestStore store, HeldMail held, Poster poster, Plan plan, RandomGenerator random,
            InstantSource clock, String node) {
        this.store = store;
        this.held = held;
        this.poster = poster;
        this.plan = plan;
        this.random = random;
        this.clock = clock;
        this.node = node;
    }

    /** {@return whether letters are written to this recipient, given in the form that addresses are found by} */
    public boolean isFor(String recipient) {
        return plan.domains().stream().anyMatch(domain -> recipient.startsWith(AddressKey.first(domain.key())));
    }

    /**
     * {@return how many letters were written}
     *
     * @param asked whether a person wants them now, whatever the time; they too tell of nothing younger than a minute
     * @throws Exception what the poster threw; the rest is written at the next turn, but for one who has failed at {@value #MOST_FAILURES} of them
     */
    public int take(boolean asked) throws Exception {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<DigestStore.Round> round = store.claim(node, now, LEASE);
        if (round.isEmpty()) {
            return 0;
        }
        try {
            return take(round.get(), now, asked);
        } finally {
            store.release(node, clock.instant());
        }
    }

    private int take(DigestStore.Round known, Instant now, boolean asked) throws Exception {
        DigestStore.Round round = known;
        if (round.until().isEmpty()) {
            Instant until = now.minus(SETTLED);
            if (!until.isAfter(round.since()) || (!asked && !round.since().isBefore(lastTime(until)))) {
                return 0;
            }
            store.forget(now);
            store.begin(until);
            round = new DigestStore.Round(round.since(), Optional.of(until), "");
        }
        HeldMail.Window window = new HeldMail.Window(round.since(), round.until().orElseThrow());
        int written = 0;
        for (Domain domain : plan.domains()
                .stream()
                .sorted(Comparator.comparing(domain -> AddressKey.first(domain.key())))
                .toList()) {
            written += write(domain.key(), window, round.place());
        }
        store.end();
        return written;
    }

    /** {@return the latest moment until then at which letters were due} */
    private Instant lastTime(Instant then) {
        ZonedDateTime today = ZonedDateTime.ofInstant(then, ZoneOffset.UTC).with(plan.time());
        return (today.toInstant().isAfter(then) ? today.minusDays(1) : today).toInstant();
    }

    private int write(String domain, HeldMail.Window window, String place) throws Exception {
        int written = 0;
        String last = place;
        List<String> some = held.recipients(domain, window, last, AT_ONCE);
        while (!some.isEmpty()) {
            for (String recipient : some) {
                written += writeOrPassOver(recipient, window);
                store.reached(recipient);
                last = recipient;
            }
            if (store.claim(node, clock.instant(), LEASE).isEmpty()) {
                throw new IllegalStateException("another node writes the digests meanwhile");
            }
            some = held.recipients(domain, window, last, AT_ONCE);
        }
        return written;
    }

    private int writeOrPassOver(String recipient, HeldMail.Window window) throws Exception {
        try {
            return write(recipient, window);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            failures = recipient.equals(failed) ? failures + 1 : 1;
            failed = recipient;
            if (failures < MOST_FAILURES) {
                throw e;
            }
            poster.passedOver(recipient, e);
            return 0;
        }
    }

    private int write(String recipient, HeldMail.Window window) throws Exception {
        List<HeldMail.Line> lines = held.of(recipient, window, plan.lines());
        Optional<Mailbox> to = lines.stream().flatMap(line -> held.spelled(line.key(), recipient).stream()).findFirst();
        if (to.isEmpty()) {
            return 0;
        }
        Instant expires = clock.instant().plus(plan.linkTime()).truncatedTo(ChronoUnit.MILLIS);
        List<DigestLink> links = new ArrayList<>();
        List<Digest.Line> told = new ArrayList<>();
        for (HeldMail.Line line : lines) {
            String token = LinkToken.make(random);
            links.add(new DigestLink(LinkToken.hash(token), line.key(), recipient, line.subject(), line.author(),
                    expires, Optional.empty()));
            told.add(new Digest.Line(line.kind(), line.subject(), line.author(), line.since(), token));
        }
        post(links, new Digest(to.get(), window.until(), told, held.count(recipient, window) - told.size(),
                plan.base(), expires), "digest:" + window.until() + ">" + recipient);
        return 1;
    }

    /** Links are there before anybody can have them, and of a letter that is not on its way none stay. */
    private void post(List<DigestLink> links, Digest digest, String key) throws Exception {
        store.keep(links);
        try {
            poster.post(digest, key);
        } catch (Exception e) {
            store.takeBack(links);
            throw e;
        }
    }
}
