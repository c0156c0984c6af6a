package org.postern.delivery.sts;

import org.postern.delivery.TlsResults;
import org.postern.delivery.host.Turns;
import org.postern.delivery.sts.PolicyFetcher.Document;
import org.postern.delivery.sts.PolicyFetcher.Failed;
import org.postern.delivery.tls.PublishedPolicy.Kind;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.dns.MailDns;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.limit.Latest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows the policies of domains: what is remembered, what the DNS announces, what is fetched. A policy that was once fetched counts
 * until its time is over, whatever becomes of its announcement and of later fetches (RFC 8461, 3.3, 5.1). Safe for many threads:
 * one of them fetches, and only those that want the same domain wait for it, unless what was known a while ago will do.
 */
public final class PolicyBook {
    private static final int REMEMBERED = 20_000;
    /** For so long nobody is asked again. */
    private static final Duration SETTLED = Duration.ofMinutes(1);
    /** For so long it will do while somebody asks. */
    private static final Duration GOOD_ENOUGH = Duration.ofMinutes(10);
    /** For so long a policy that cannot be fetched is not tried again (RFC 8461, 3.3). */
    private static final Duration FAILED = Duration.ofMinutes(5);
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration UNUSED = Duration.ofDays(30);

    private final TextDns dns;
    private final MailDns addresses;
    private final PolicyFetcher fetcher;
    private final KnownPolicies known;
    private final TlsResults results;
    private final InstantSource clock;
    /** The pages used last. */
    private final Map<String, Page> pages = Collections.synchronizedMap(new Latest<>(REMEMBERED));
    private final Map<String, ReentrantLock> underWay = new ConcurrentHashMap<>();

    /** What is in memory of a domain: looked up when, and which id failed when. */
    private record Page(Optional<KnownPolicy> policy, Instant looked, String failed, Instant failedAt) {}

    /** @param addresses of the hosts that publish policies */
    public PolicyBook(TextDns dns, MailDns addresses, PolicyFetcher fetcher, KnownPolicies known, TlsResults results,
            InstantSource clock) {
        this.dns = dns;
        this.addresses = addresses;
        this.fetcher = fetcher;
        this.known = known;
        this.results = results;
        this.clock = clock;
    }

    /** {@return the policy that counts for a domain now} May block for a look-up and a fetch. */
    public Optional<KnownPolicy> of(String domain) {
        return learned(domain).or(() -> look(domain, Turns.FREE))
                .flatMap(Page::policy)
                .filter(policy -> policy.counts(clock.instant()));
    }

    /** {@return whether it is known without asking anybody} */
    boolean isLearned(String domain) {
        return learned(domain).isPresent();
    }

    /** Asks, unless it is known. {@return false where there is no turn to fetch what is not known at all} */
    boolean learn(String domain, Turns turns) {
        return learned(domain).or(() -> look(domain, turns)).isPresent();
    }

    private Optional<Page> learned(String domain) {
        return settled(domain, SETTLED).or(() -> underWay.containsKey(domain)
                ? settled(domain, GOOD_ENOUGH)
                : Optional.empty());
    }

    private Optional<Page> settled(String domain, Duration time) {
        return Optional.ofNullable(pages.get(domain))
                .filter(page -> clock.instant().isBefore(page.looked().plus(time)));
    }

    /** Asks, behind those who ask for the same domain, if they have not learned it. {@return nothing where there is no turn} */
    private Optional<Page> look(String domain, Turns turns) {
        ReentrantLock lock = underWay.computeIfAbsent(domain, name -> new ReentrantLock());
        lock.lock();
        try {
            return settled(domain, SETTLED).or(() -> asked(domain, turns));
        } finally {
            underWay.remove(domain, lock);
            lock.unlock();
        }
    }

    private Optional<Page> asked(String domain, Turns turns) {
        Instant now = clock.instant();
        Optional<Page> before = Optional.ofNullable(pages.get(domain));
        Optional<KnownPolicy> kept = remembered(domain, before).filter(policy -> policy.counts(now));
        Optional<String> id = announced(domain)
                .filter(one -> kept.filter(policy -> policy.id().equals(one)).isEmpty());
        Optional<Page> page = id.isPresent()
                ? fetched(domain, id.get(), kept, before, turns)
                : Optional.of(new Page(kept, now, "", Instant.EPOCH));
        page.flatMap(Page::policy)
                .filter(policy -> !policy.isUsedToday(now))
                .ifPresent(policy -> keep(policy.usedAt(now)));
        page.ifPresent(known -> pages.put(domain, known));
        return page;
    }

    private Optional<String> announced(String domain) {
        return dns.texts("_mta-sts." + domain) instanceof TextAnswer.Found(List<String> texts)
                ? PolicyRecord.id(texts)
                : Optional.empty();
    }

    private Optional<Page> fetched(String domain, String id, Optional<KnownPolicy> kept, Optional<Page> before,
            Turns turns) {
        Instant now = clock.instant();
        Optional<Page> failedLately = before.filter(page -> page.failed().equals(id)
                && now.isBefore(page.failedAt().plus(FAILED)));
        if (failedLately.isPresent()) {
            return Optional.of(new Page(kept, now, id, failedLately.get().failedAt()));
        }
        if (!new PolicyHost(domain).hasTurn(addresses, turns)) {
            return kept.map(policy -> new Page(kept, now, "", Instant.EPOCH));
        }
        Optional<KnownPolicy> fresh = fetch(domain, id);
        fresh.ifPresent(this::keep);
        return Optional.of(fresh.isPresent()
                ? new Page(fresh, now, "", Instant.EPOCH)
                : new Page(kept, now, id, now));
    }

    private Optional<KnownPolicy> fetch(String domain, String id) {
        return switch (fetcher.fetch(domain)) {
            case Failed(TlsFault fault, String reason) -> failed(domain, fault);
            case Document(String text) -> {
                Instant now = clock.instant();
                Optional<StsPolicy> policy = PolicyFile.read(text);
                yield policy.isPresent()
                        ? Optional.of(new KnownPolicy(domain, id, policy.get(), now, now))
                        : failed(domain, TlsFault.STS_POLICY_INVALID);
            }
        };
    }

    private Optional<KnownPolicy> failed(String domain, TlsFault fault) {
        results.count(new PublishedPolicy(Kind.STS, domain, List.of(), List.of()), "", Optional.of(fault));
        return Optional.empty();
    }

    /** Without the database, what is in memory counts; and what is announced is fetched. */
    private Optional<KnownPolicy> remembered(String domain, Optional<Page> before) {
        try {
            return known.find(domain).or(() -> before.flatMap(Page::policy));
        } catch (RuntimeException unavailable) {
            return before.flatMap(Page::policy);
        }
    }

    /** What cannot be kept now is kept in memory, and fetched once more after a restart. */
    private void keep(KnownPolicy policy) {
        try {
            known.keep(policy);
        } catch (RuntimeException unavailable) {
            pages.remove(policy.domain());
        }
    }

    /** Fetches what is used and grows old, and forgets what is over. To be called now and then. */
    public void refresh(int most) {
        Instant now = clock.instant();
        known.forget(now);
        for (KnownPolicy old : known.due(now, now.minus(UNUSED), most)) {
            String id = announced(old.domain()).orElse(old.id());
            Optional<KnownPolicy> fresh = fetch(old.domain(), id);
            fresh.ifPresentOrElse(policy -> known.keep(policy.usedAt(old.used())),
                    () -> known.postpone(old.domain(), now.plus(LATER)));
        }
    }
}
