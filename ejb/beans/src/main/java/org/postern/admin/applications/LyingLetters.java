package org.postern.admin.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.content.OtherMail;
import org.postern.broker.DeadLetters;
import org.postern.mail.DomainSet;
import org.postern.mail.QueueId;
import org.postern.queue.QueueUnavailableException;

import java.util.Optional;

/** Lets the content of what nobody could process be looked at; of other queues nothing is shown. */
@Singleton
public class LyingLetters implements OtherMail {
    private final Figuring figuring;
    private final DeadLetters letters;

    @Inject
    LyingLetters(Figuring figuring, DeadLetters letters) {
        this.figuring = figuring;
        this.letters = letters;
    }

    @Override
    public boolean look(String key, DomainSet domains, Reading reading) {
        Optional<DeadLetterKey> letter = Optional.of(key)
                .filter(any -> domains.isAll())
                .filter(text -> text.startsWith(DeadLetterKey.SCHEME))
                .flatMap(DeadLetterKey::parse)
                .filter(one -> figuring.now().dead().contains(one.queue()));
        try {
            return letter.isPresent() && letters.look(letter.get().queue(), letter.get().id(),
                    (found, content) -> reading.of(found.queueId().map(QueueId::text).orElse("dead letter"), content));
        } catch (QueueUnavailableException e) {
            throw new IllegalStateException("the content cannot be read", e);
        }
    }
}
