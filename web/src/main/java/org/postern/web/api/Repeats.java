package org.postern.web.api;

import org.postern.admin.programs.KeptAnswer;
import org.postern.admin.programs.KeptAnswers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Knows what was asked before with the same key. */
final class Repeats {
    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);
    /** After this time without an answer, whoever was to give it has ended. */
    static final Duration PATIENCE = Duration.ofMinutes(10);
    /** The most answers of one caller. */
    static final int MOST = 10_000;
    private static final Duration ROUND = Duration.ofMinutes(10);

    private final KeptAnswers answers;
    private final InstantSource clock;
    private final AtomicReference<Instant> forgotten = new AtomicReference<>(Instant.EPOCH);

    Repeats(KeptAnswers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * A request that asks to be done once.
     *
     * @param caller who asks
     * @param name what is known of the caller and the key that was sent
     * @param print what is known of all of it; the key is in it, so that who reads the table cannot try out what stood in the body
     */
    record Request(String caller, String name, String print) {
        /** {@return a request with this key, for what method and address say, with all of this body} */
        static Request of(String caller, String key, String what, byte[] body) {
            return new Request(caller, hash(caller, key, new byte[0]), hash(key, what, body));
        }

        private static String hash(String first, String second, byte[] rest) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update((first + "\n" + second + "\n").getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest.digest(rest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("each JDK has it", e);
            }
        }
    }

    /** {@return what was answered before; empty if it is to be done now, and {@link #end} told then} */
    Optional<KeptAnswer> before(Request request) {
        Instant now = clock.instant();
        forget(now);
        Optional<KeptAnswer> known = answers.find(request.name()).filter(one -> !isOver(one, now));
        if (known.isPresent()) {
            return known.map(one -> again(one, request));
        }
        if (answers.count(request.caller()) >= MOST) {
            throw ProblemException.later(ProblemKind.TOO_MANY, "There are " + MOST + " keys of a day already.", 3600);
        }
        if (!answers.begin(KeptAnswer.begun(request.name(), request.caller(), request.print(), now))) {
            throw underWay();
        }
        return Optional.empty();
    }

    private boolean isOver(KeptAnswer known, Instant now) {
        return known.begun().plus(known.isKnown() ? KEPT : PATIENCE).isBefore(now) && answers.forget(known);
    }

    private static KeptAnswer again(KeptAnswer known, Request request) {
        if (!known.print().equals(request.print())) {
            throw ProblemException.of(ProblemKind.KEY_REUSED, "Take another key for another request.");
        }
        if (!known.isKnown()) {
            throw underWay();
        }
        return known;
    }

    private static ProblemException underWay() {
        return ProblemException.later(ProblemKind.CONFLICT, "The same request is just being answered.", 1);
    }

    private void forget(Instant now) {
        Instant last = forgotten.get();
        if (last.plus(ROUND).isBefore(now) && forgotten.compareAndSet(last, now)) {
            answers.forget(now.minus(KEPT));
        }
    }

    /** Keeps what came of an act, and that it could not be done; not, that nobody understood or allowed it, nor what is too long. */
    void end(Request request, int status, String type, String body) {
        boolean kept = status < 300 || status == ProblemKind.CONFLICT.status();
        if (!kept || body.length() > KeptAnswer.LONGEST) {
            answers.forget(request.name());
        } else {
            answers.end(request.name(), status, type, body);
        }
    }
}
