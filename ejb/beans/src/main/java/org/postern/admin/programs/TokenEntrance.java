package org.postern.admin.programs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.admin.people.LoginThrottle;
import org.postern.admin.people.ProgramRoles;
import org.postern.admin.people.Secret;
import org.postern.admin.people.Whence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The way in for programs: a secret for what its token may do at this moment. */
@Singleton
public class TokenEntrance implements ProgramRoles {
    /** What is counted beside the names of people, and is none. */
    private static final String TOKENS = " token";
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final ApiTokens tokens;
    private final LoginThrottle throttle;
    private final InstantSource clock;

    @Inject
    TokenEntrance(ApiTokens tokens, LoginThrottle throttle, InstantSource clock) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** {@return whoever has this token; empty if it is none, has ended, or its time is over} */
    public Optional<Caller> caller(String secret) {
        Instant now = clock.instant();
        Optional<ApiToken> token = secret.startsWith(TokenDesk.PREFIX)
                ? tokens.known(Secret.hash(secret)).filter(one -> one.expires().isAfter(now))
                : Optional.empty();
        token.filter(one -> one.used().filter(last -> last.plus(NOTED).isAfter(now)).isEmpty())
                .ifPresent(one -> tokens.used(one.hash(), now));
        return token.map(one -> Caller.token(one.name(), one.role()));
    }

    @Override
    public boolean covers(String token, Role needed) {
        return tokens.find(token)
                .filter(one -> one.expires().isAfter(clock.instant()) && one.role().covers(needed))
                .isPresent();
    }

    /**
     * {@return how long who has come from there with a wrong token has to wait} Counted apart from passwords, and keeps nobody out who has a good one.
     */
    public Optional<Duration> failed(Whence from) {
        LoginThrottle.Attempt attempt = throttle
                .attempt(new Whence(TOKENS + from.network(), TOKENS + from.wide()), TOKENS);
        if (attempt.hasToWait().isEmpty()) {
            attempt.failed();
        }
        return attempt.hasToWait();
    }
}
