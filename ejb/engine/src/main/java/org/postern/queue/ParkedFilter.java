package org.postern.queue;

import org.postern.event.Sought;
import org.postern.mail.DomainSet;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which parked messages are meant: those of which all of this is true.
 *
 * @param sought by what; a word is a queue id, or the beginning of a local part
 * @param reason why they wait
 * @param destination where they are headed, in {@code Destination}'s text form
 * @param recipientDomain the domain of one of the recipients; case does not matter
 * @param sender address of the sender; case does not matter; the empty string for the null reverse-path
 * @param kind what kind of "later" was said last
 * @param arrivedBefore when the gateway took them at the latest
 * @param attempts how many deliveries were tried at least
 * @param parkedBefore when they began to wait at the latest, so that what comes back meanwhile is not met again
 * @param within of these domains: those whose recipients all have one of them
 * @param quarantine nothing but mail in quarantine, and this of it
 */
public record ParkedFilter(Sought sought, Optional<ParkedMessage.Reason> reason, Optional<String> destination,
        Optional<String> recipientDomain, Optional<String> sender, Optional<DeferralKind> kind,
        Optional<Instant> arrivedBefore, OptionalInt attempts, Optional<Instant> parkedBefore,
        Optional<QuarantineFilter> quarantine, DomainSet within) {
    /** {@return everything that is parked} */
    public static ParkedFilter everything() {
        return new ParkedFilter(new Sought.Anything(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.empty(), DomainSet.ALL);
    }

    public ParkedFilter by(Sought other) {
        return new ParkedFilter(other, reason, destination, recipientDomain, sender, kind, arrivedBefore, attempts,
                parkedBefore, quarantine, within);
    }

    public ParkedFilter waitingFor(ParkedMessage.Reason other) {
        return new ParkedFilter(sought, Optional.of(other), destination, recipientDomain, sender, kind, arrivedBefore,
                attempts, parkedBefore, quarantine, within);
    }

    public ParkedFilter headedFor(String other) {
        return new ParkedFilter(sought, reason, Optional.of(other), recipientDomain, sender, kind, arrivedBefore,
                attempts, parkedBefore, quarantine, within);
    }

    public ParkedFilter toDomain(String other) {
        return new ParkedFilter(sought, reason, destination, Optional.of(other), sender, kind, arrivedBefore, attempts,
                parkedBefore, quarantine, within);
    }

    public ParkedFilter from(String other) {
        return new ParkedFilter(sought, reason, destination, recipientDomain, Optional.of(other), kind, arrivedBefore,
                attempts, parkedBefore, quarantine, within);
    }

    public ParkedFilter of(DeferralKind other) {
        return new ParkedFilter(sought, reason, destination, recipientDomain, sender, Optional.of(other), arrivedBefore,
                attempts, parkedBefore, quarantine, within);
    }

    public ParkedFilter arrivedBefore(Instant time) {
        return new ParkedFilter(sought, reason, destination, recipientDomain, sender, kind, Optional.of(time), attempts,
                parkedBefore, quarantine, within);
    }

    public ParkedFilter triedAtLeast(int times) {
        return new ParkedFilter(sought, reason, destination, recipientDomain, sender, kind, arrivedBefore,
                OptionalInt.of(times), parkedBefore, quarantine, within);
    }

    public ParkedFilter parkedBefore(Instant time) {
        return new ParkedFilter(sought, reason, destination, recipientDomain, sender, kind, arrivedBefore, attempts,
                Optional.of(time), quarantine, within);
    }

    public ParkedFilter inQuarantine(QuarantineFilter other) {
        return new ParkedFilter(sought, Optional.of(ParkedMessage.Reason.QUARANTINED), destination, recipientDomain,
                sender, kind, arrivedBefore, attempts, parkedBefore, Optional.of(other), within);
    }

    /** {@return the same, restricted to these domains, and to those that it is restricted to} */
    public ParkedFilter within(DomainSet domains) {
        return new ParkedFilter(sought, reason, destination, recipientDomain, sender, kind, arrivedBefore, attempts,
                parkedBefore, quarantine, within.and(domains));
    }
}
