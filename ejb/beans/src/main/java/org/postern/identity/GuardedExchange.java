package org.postern.identity;

import org.postern.limit.LockOut;
import org.postern.smtp.Reply;
import org.postern.smtp.server.SaslExchange;
import org.postern.smtp.server.SaslStep;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * An authentication under the eyes of the lock-out: failures are counted and answered slowly, and who is locked out is not asked at all.
 * The answer to a failure always takes the same time, whatever the failure was.
 */
final class GuardedExchange implements SaslExchange {
    /** Told when somebody has just been locked out. */
    @FunctionalInterface
    interface LockReport {
        void locked(long failures, String user);
    }

    /** What all authentications share. */
    record Guard(LockOut lockOut, Pause pause, InstantSource clock) {}

    private final SaslExchange judge;
    private final String mechanism;
    private final String network;
    private final Guard guard;
    private final LockReport report;
    private String user = "";

    GuardedExchange(SaslExchange judge, String mechanism, String network, Guard guard, LockReport report) {
        this.judge = judge;
        this.mechanism = mechanism;
        this.network = network;
        this.guard = guard;
        this.report = report;
    }

    @Override
    public SaslStep respond(byte[] response) {
        Instant asked = guard.clock().instant();
        if (user.isEmpty() && response.length > 0) {
            user = ClaimedName.of(mechanism, new String(response, StandardCharsets.UTF_8));
        }
        if (guard.lockOut().isNetworkLocked(network)) {
            return lateRefusal(asked, Duration.ofSeconds(1), AuthenticationReplies.LOCKED);
        }
        SaslStep step = judge.respond(response);
        return switch (step) {
            case SaslStep.Challenge challenge -> challenge;
            case SaslStep.Authenticated proved -> guard.lockOut().isUserLocked(proved.identity().name())
                    ? failed(asked)
                    : admitted(proved);
            case SaslStep.Refused refused -> refused.reply().isTransient() ? refused : failed(asked);
        };
    }

    private SaslStep admitted(SaslStep.Authenticated proved) {
        guard.lockOut().succeeded(proved.identity().name());
        return proved;
    }

    private SaslStep failed(Instant asked) {
        boolean wasLocked = !user.isEmpty() && guard.lockOut().isUserLocked(user);
        long failures = guard.lockOut().failed(network, user);
        if (guard.lockOut().isReachedBy(failures)) {
            report.locked(failures, user);
        }
        return lateRefusal(asked, guard.lockOut().delay(failures),
                wasLocked ? AuthenticationReplies.LOCKED : AuthenticationReplies.NOT_PROVED);
    }

    private SaslStep lateRefusal(Instant asked, Duration time, Reply reply) {
        guard.pause().pause(time.minus(Duration.between(asked, guard.clock().instant())));
        return new SaslStep.Refused(reply);
    }

    @Override
    public void abandon() {
        judge.abandon();
    }
}
