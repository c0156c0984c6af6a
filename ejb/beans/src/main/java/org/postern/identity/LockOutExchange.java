package org.postern.identity;

import org.postern.limit.LockOut;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * An authentication under the eyes of the lock-out: failures are counted and answered slowly, and who is locked out is not asked at all.
 * The answer to a failure always takes the same time, whatever the failure was.
 */
final class LockOutExchange implements SaslExchange {
    /** Told when somebody has just been locked out. */
    @FunctionalInterface
    interface LockReport {
        void locked(long failures, String user);
    }

    /**
     * What all authentications share.
     *
     * @param turnstile lets few be judged at a time: guesses made at once are counted one by one, and hashes leave time for mail
     */
    record Guard(LockOut lockOut, Semaphore turnstile, Pause pause, InstantSource clock) {}

    private static final Duration MOST_WAITING = Duration.ofSeconds(10);
    private static final Verdict LOCKED = new Verdict(new SaslStep.Refused(AuthenticationReplies.LOCKED),
            Duration.ofSeconds(1));

    private final SaslExchange judge;
    private final String mechanism;
    private final String network;
    private final Guard guard;
    private final LockReport report;
    private String user = "";
    private boolean named;
    private boolean awaiting;

    LockOutExchange(SaslExchange judge, String mechanism, String network, Guard guard, LockReport report) {
        this.judge = judge;
        this.mechanism = mechanism;
        this.network = network;
        this.guard = guard;
        this.report = report;
    }

    /** Nothing has been said yet that could be judged; but whose network is locked out need not say anything. */
    @Override
    public SaslStep begin() {
        if (!guard.lockOut().isNetworkLocked(network)) {
            return judge.begin();
        }
        guard.pause().pause(LOCKED.time());
        return LOCKED.step();
    }

    @Override
    public SaslStep respond(byte[] response) {
        Instant asked = guard.clock().instant();
        if (!named && response.length > 0) {
            named = true;
            user = ClaimedName.of(mechanism, response);
        }
        try {
            if (!guard.turnstile().tryAcquire(MOST_WAITING.toSeconds(), TimeUnit.SECONDS)) {
                return new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW);
        }
        Verdict verdict;
        try {
            verdict = verdict(response);
        } finally {
            guard.turnstile().release();
        }
        guard.pause().pause(verdict.time().minus(Duration.between(asked, guard.clock().instant())));
        return verdict.step();
    }

    /** What to say, and how long after the question. */
    private record Verdict(SaslStep step, Duration time) {}

    private Verdict verdict(byte[] response) {
        if (guard.lockOut().isNetworkLocked(network) || guard.lockOut().isUserLocked(network, user)) {
            return LOCKED;
        }
        SaslStep step = judge.respond(response);
        awaiting = named && step instanceof SaslStep.Challenge;
        return switch (step) {
            case SaslStep.Challenge challenge -> new Verdict(challenge, Duration.ZERO);
            case SaslStep.Authenticated proved -> guard.lockOut()
                    .isUserLocked(network, ClaimedName.folded(proved.identity().name()))
                            ? LOCKED
                            : admitted(proved);
            case SaslStep.Refused refused -> refused.reply().isTransient()
                    ? new Verdict(refused, Duration.ZERO)
                    : failed();
        };
    }

    private Verdict admitted(SaslStep.Authenticated proved) {
        guard.lockOut().succeeded(network, ClaimedName.folded(proved.identity().name()));
        return new Verdict(proved, Duration.ZERO);
    }

    private Verdict failed() {
        long failures = guard.lockOut().failed(network, user);
        if (guard.lockOut().isReachedBy(failures)) {
            report.locked(failures, user);
        }
        return new Verdict(new SaslStep.Refused(AuthenticationReplies.NOT_PROVED), guard.lockOut().delay(failures));
    }

    /** Who gives up after a challenge has learned something, such as a salt, and not paid for it: the network does. */
    @Override
    public void abandon() {
        if (awaiting) {
            awaiting = false;
            guard.lockOut().failed(network, "");
        }
        judge.abandon();
    }
}
