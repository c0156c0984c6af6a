package org.postern.web.api.mail;

import org.postern.assessment.QuarantineKind;
import org.postern.event.Sought;
import org.postern.mail.DomainSet;
import org.postern.queue.DeferralKind;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.QuarantineFilter;
import org.postern.web.api.ProblemException;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which waiting mail is meant: that of which all of this is true.
 *
 * @param q as messages are sought
 * @param reason why it waits
 * @param destination where it is headed, as lists write it
 * @param domain of one of its recipients
 * @param sender its sender; {@code <>} for the null reverse-path
 * @param kind what kind of later was said last
 * @param arrivedBefore it is here since before then
 * @param attempts so many deliveries were tried at least
 * @param held in quarantine, and for this
 * @param words in quarantine, with these words in Subject, author or reason
 */
public record Which(Optional<String> q, Optional<Reason> reason, Optional<String> destination, Optional<String> domain,
        Optional<String> sender, Optional<DeferralKind> kind, Optional<Instant> arrivedBefore, OptionalInt attempts,
        Optional<QuarantineKind> held, Optional<String> words) {
    boolean isEverything() {
        return equals(new Which(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.empty()));
    }

    ParkedFilter toFilter() {
        attempts.ifPresent(many -> {
            if (many < 0) {
                throw ProblemException.ofField("attempts", "is 0 or more");
            }
        });
        boolean suspicious = held.isPresent() || words.isPresent();
        if (suspicious && reason.filter(one -> one != Reason.QUARANTINED).isPresent()) {
            throw ProblemException.ofField("reason", "is quarantined where held or words are given");
        }
        return new ParkedFilter(Sought.parse(q.orElse("")), suspicious ? Optional.of(Reason.QUARANTINED) : reason,
                destination, domain, sender.map(text -> text.equals("<>") ? "" : text), kind, arrivedBefore, attempts,
                Optional.empty(),
                suspicious ? Optional.of(new QuarantineFilter(held, words.orElse(""))) : Optional.empty(),
                DomainSet.ALL);
    }
}
