package org.postern.pipeline.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.Settings;
import org.postern.digest.Digest;
import org.postern.digest.DigestRound;
import org.postern.digest.DigestSettings;
import org.postern.digest.DigestStore;
import org.postern.digest.HeldMail;
import org.postern.duty.Duty;
import org.postern.mail.QueueIds;
import org.postern.notice.DigestComposer;
import org.postern.pipeline.PipelineLog;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Writes to recipients what of theirs waits in quarantine, where an operator wants that. */
@Singleton
public class Digests {
    /** What an operator has to do first. */
    public static final String OFF = "Nobody is to be told: set " + DigestSettings.DOMAINS.key() + " and "
            + DigestSettings.LINK.key() + ".";

    private final MailQueue queue;
    private final DigestComposer composer;
    private final QueueIds ids;
    private final InstantSource clock;
    private final Optional<DigestRound> round;

    @Inject
    Digests(Settings settings, DigestStore store, HeldMail held, MailQueue queue, DigestComposer composer,
            QueueIds ids, RandomGenerator random, InstantSource clock) {
        this.queue = queue;
        this.composer = composer;
        this.ids = ids;
        this.clock = clock;
        this.round = settings.get(DigestSettings.LINK)
                .filter(link -> !settings.get(DigestSettings.DOMAINS).isEmpty())
                .map(link -> new DigestRound(store, held, new Letters(),
                        new DigestRound.Plan(settings.get(DigestSettings.DOMAINS), settings.get(DigestSettings.TIME),
                                settings.get(DigestSettings.LINES), withoutSlash(link),
                                settings.get(DigestSettings.LINK_TIME)),
                        random, clock, UUID.randomUUID().toString()));
    }

    private static URI withoutSlash(URI link) {
        return URI.create(link.toString().replaceFirst("/+$", ""));
    }

    /** {@return whether an operator wants it} */
    public boolean isOn() {
        return round.isPresent();
    }

    /** {@return whether an operator wants this recipient to be told, given in the form that addresses are found by} */
    public boolean tells(String recipient) {
        return round.filter(letters -> letters.isFor(recipient)).isPresent();
    }

    /**
     * {@return how many letters were written: those that are due}
     *
     * @param asked whether a person wants them now, whatever the time
     * @throws Exception when the queue or the database cannot be reached; the rest is written at the next turn
     */
    public synchronized int write(boolean asked) throws Exception {
        return round.isPresent() ? round.get().take(asked) : 0;
    }

    private final class Letters implements DigestRound.Poster {
        @Override
        public void post(Digest digest, String key) throws QueueUnavailableException {
            queue.post(List.of(new Posting(MailQueue.INCOMING, composer.compose(digest, ids.next(), clock.instant()),
                    Optional.of(key))), List.of());
        }

        @Override
        public void passedOver(String recipient, Exception why) {
            PipelineLog.LOG.digestPassedOver(recipient, Duty.words(why));
        }
    }
}
