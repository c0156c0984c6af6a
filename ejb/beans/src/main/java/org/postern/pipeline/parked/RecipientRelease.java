package org.postern.pipeline.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.assessment.QuarantineKind;
import org.postern.event.AddressKey;
import org.postern.mail.Message;
import org.postern.mail.Recipient;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.queue.WaitingMail.Released;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Releases mail from quarantine for one of its recipients; for the others it goes on waiting. Malware is not released so, nor what a rule of the operator set aside.
 */
@Singleton
public class RecipientRelease {
    private final WaitingMail waiting;
    private final ReleasedMail released;
    private final InstantSource clock;

    @Inject
    RecipientRelease(WaitingMail waiting, ReleasedMail released, InstantSource clock) {
        this.waiting = waiting;
        this.released = released;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        /** It waited for this recipient, and goes to him now. */
        RELEASED,
        /** It does not wait for him, or not so that he may have it. */
        GONE,
        /** Somebody else is about the message at this moment; it goes on waiting, unless he takes it. */
        BUSY
    }

    /**
     * {@return what came of it}
     *
     * @param recipient in the form that addresses are found by
     * @param by who wants it
     * @throws QueueUnavailableException when that cannot be recorded now; then it goes on waiting
     */
    public Outcome release(String key, String recipient, String by) throws QueueUnavailableException {
        List<Integer> others = new ArrayList<>();
        waiting.look(key, message -> {
            if (isHeldFor(message, recipient)) {
                others.add(without(message, recipient).size());
            }
        });
        if (others.isEmpty()) {
            return Outcome.GONE;
        }
        return others.getFirst() == 0 ? bringForward(key, by) : takeOut(key, recipient, by);
    }

    private Outcome bringForward(String key, String by) {
        return waiting.bringForward(List.of(key), clock.instant(), by) > 0 ? Outcome.RELEASED : Outcome.GONE;
    }

    /** {@return whether it waits for this recipient, and may be released by him} */
    public boolean isHeld(String key, String recipient) {
        List<Boolean> held = new ArrayList<>();
        waiting.look(key, message -> held.add(isHeldFor(message, recipient)));
        return held.contains(true);
    }

    /** The others may be gone by now, and he the last one. */
    private Outcome takeOut(String key, String recipient, String by) throws QueueUnavailableException {
        List<Released> parts = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        int changed = waiting.change(List.of(key), message -> {
            List<Recipient> rest = without(message, recipient);
            if (!isHeldFor(message, recipient)) {
                return message;
            }
            if (rest.isEmpty()) {
                alone.add(key);
                return message;
            }
            List<Recipient> his = new ArrayList<>(message.mail().message().envelope().recipients());
            his.removeAll(rest);
            parts.add(new Released(part(message, partKey(key, recipient), his), Optional.of(by)));
            return part(message, key, rest);
        }, by, told -> {
            if (!parts.isEmpty()) {
                released.post(parts);
            }
        });
        if (changed == 0) {
            return isHeld(key, recipient) ? Outcome.BUSY : Outcome.GONE;
        }
        if (!alone.isEmpty()) {
            return bringForward(key, by);
        }
        return parts.isEmpty() ? Outcome.GONE : Outcome.RELEASED;
    }

    private static boolean isHeldFor(ParkedMessage message, String recipient) {
        int all = message.mail().message().envelope().recipients().size();
        return message.reason() == ParkedMessage.Reason.QUARANTINED && message.due().isEmpty()
                && QuarantineKind.of(message.mail().arrival().assessment()).isForRecipients()
                && without(message, recipient).size() < all;
    }

    private static List<Recipient> without(ParkedMessage message, String recipient) {
        return message.mail()
                .message()
                .envelope()
                .recipients()
                .stream()
                .filter(one -> !AddressKey.of(one.mailbox().toString()).equals(recipient))
                .toList();
    }

    private static ParkedMessage part(ParkedMessage message, String key, List<Recipient> recipients) {
        Message mail = message.mail().message();
        return new ParkedMessage(key, message.mail().with(mail.with(mail.envelope().to(recipients))),
                message.reason(), message.due(), message.queue(), message.lastReply());
    }

    /** Bounded, whatever the recipient is; the same for the same one. */
    private static String partKey(String key, String recipient) {
        return UUID.nameUUIDFromBytes((key + ">" + recipient).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
