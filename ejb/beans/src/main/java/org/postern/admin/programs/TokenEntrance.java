package org.postern.admin.programs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Remit;
import org.postern.admin.people.Programs;
import org.postern.admin.people.Secret;
import org.postern.admin.people.Whence;
import org.postern.limit.Counters;
import org.postern.limit.Failures;
import org.postern.limit.InMemoryCounters;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The way in for programs: a secret for what its token may do at this moment. */
@Singleton
public class TokenEntrance implements Programs {
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int FREE_OF_MANY = 30;
    private static final Duration FIRST_OF_MANY = Duration.ofSeconds(1);
    private static final int MOST_TOLD = 10;

    private final ApiTokens tokens;
    private final Makers makers;
    private final Failures failures;
    private final Failures wide;
    private final Counters told;
    private final InstantSource clock;

    @Inject
    TokenEntrance(ApiTokens tokens, Makers makers, InstantSource clock) {
        this.tokens = tokens;
        this.makers = makers;
        this.failures = new Failures(FREE, FIRST_WAIT, Failures.FORGOTTEN, clock);
        this.wide = new Failures(FREE_OF_MANY, FIRST_OF_MANY, FIRST_WAIT, clock);
        this.told = new InMemoryCounters(clock, 1);
        this.clock = clock;
    }

    /** {@return whoever has this token; empty if it is none, has ended, its time is over, or nobody stands behind it any more} */
    public Optional<Caller> caller(String secret) {
        Instant now = clock.instant();
        Optional<ApiToken> token = secret.startsWith(TokenDesk.PREFIX)
                ? tokens.known(Secret.hash(secret))
                : Optional.empty();
        Optional<Caller> caller = token
                .flatMap(one -> makers.remit(one, now)
                        .map(remit -> Caller.token(one.name(), remit.role()).with(remit)));
        token.filter(one -> caller.isPresent())
                .filter(one -> one.used().filter(last -> last.plus(NOTED).isAfter(now)).isEmpty())
                .ifPresent(one -> tokens.used(one.hash(), now));
        return caller;
    }

    @Override
    public boolean covers(String token, Remit needed) {
        return tokens.find(token)
                .flatMap(one -> makers.remit(one, clock.instant()))
                .filter(remit -> remit.covers(needed))
                .isPresent();
    }

    @Override
    public int endAllOf(String person) {
        return makers.endAllOf(person);
    }

    /**
     * {@return how long who has come from there with a wrong token has to wait} Counted apart from passwords, and keeps nobody out who has a good one.
     */
    public Optional<Duration> failed(Whence from) {
        Duration before = wait(from);
        if (before.isPositive()) {
            return Optional.of(before);
        }
        failures.add(from.network());
        wide.add(from.wide());
        Duration now = wait(from);
        if (now.isPositive() && told.add("", 1, NOTED) <= MOST_TOLD) {
            ProgramsLog.LOG.wrongTokens(from.network(), now);
        }
        return Optional.empty();
    }

    private Duration wait(Whence from) {
        Duration ofNetwork = failures.wait(from.network());
        Duration ofWide = wide.wait(from.wide());
        return ofNetwork.compareTo(ofWide) >= 0 ? ofNetwork : ofWide;
    }
}
