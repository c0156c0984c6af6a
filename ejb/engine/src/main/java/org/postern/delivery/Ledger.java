package org.postern.delivery;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.outcome.Attempt;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.mail.Recipient;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the books of one attempt: who is still open, and what was said last. A temporary answer is not made permanent by
 * another server that does not want to talk to us at all; and the words of a server are worth more than ours.
 */
final class Ledger {
    private static final Diagnosis NOBODY_ASKED = new Diagnosis.Local(Optional.empty(), Obstacle.of(451, "4.4.1",
            Sentence.form("noServerWasAsked", "no server was asked in the time of the attempt").with()));

    private final List<Entry> entries;
    private final Consumer<List<RecipientResult>> taken;
    private final List<NextServer> asked = new ArrayList<>();
    private Attempt.Contact contact = Attempt.Contact.NONE;

    /**
     * What one server's outcome means.
     *
     * @param last whether no other server is to be asked in this attempt
     */
    record Judgement(Diagnosis diagnosis, boolean last) {}

    private static final class Entry {
        private final Recipient recipient;
        private Optional<Diagnosis> diagnosis = Optional.empty();
        private boolean open = true;

        Entry(Recipient recipient) {
            this.recipient = recipient;
        }

        RecipientResult result() {
            return new RecipientResult(recipient, diagnosis.orElse(NOBODY_ASKED));
        }
    }

    /** @param taken told at once whom a server has taken */
    Ledger(List<Recipient> recipients, Consumer<List<RecipientResult>> taken) {
        entries = recipients.stream().map(Entry::new).toList();
        this.taken = taken;
    }

    /** {@return the recipients that may be offered to another server} */
    List<Recipient> open() {
        List<Recipient> open = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            if (entry.open) {
                open.add(entry.recipient);
            }
        }
        return open;
    }

    /** {@return whether this server has given its answer in this attempt} */
    boolean hasAsked(NextServer server) {
        return asked.stream().anyMatch(server::isSameAs);
    }

    /** Enters what a server said, one judgement for each open recipient. */
    void enter(NextServer server, List<Judgement> judgements) {
        tellTaken(judgements);
        contact = Attempt.Contact.REACHED;
        asked.add(server);
        int next = 0;
        for (Entry entry : entries) {
            if (entry.open) {
                Judgement judgement = judgements.get(next++);
                entry.open = !judgement.last();
                if (judgement.last() || outweighs(judgement.diagnosis(), entry.diagnosis)) {
                    entry.diagnosis = Optional.of(judgement.diagnosis());
                }
            }
        }
    }

    private void tellTaken(List<Judgement> judgements) {
        List<Recipient> open = open();
        List<RecipientResult> results = new ArrayList<>(open.size());
        for (int i = 0; i < open.size(); i++) {
            if (judgements.get(i).diagnosis() instanceof Diagnosis.Taken by) {
                results.add(new RecipientResult(open.get(i), by));
            }
        }
        if (!results.isEmpty()) {
            taken.accept(results);
        }
    }

    /** Enters that a server, or one of several, was asked and not reached, or wants nothing of anybody. */
    void unreached(Diagnosis diagnosis) {
        if (contact == Attempt.Contact.NONE) {
            contact = Attempt.Contact.UNREACHED;
        }
        putOff(diagnosis);
    }

    /** Enters what keeps this message from being offered to one server, or any: what the domain itself demands, or its DNS. */
    void putOff(Diagnosis diagnosis) {
        for (Entry entry : entries) {
            if (entry.open && outweighs(diagnosis, entry.diagnosis)) {
                entry.diagnosis = Optional.of(diagnosis);
            }
        }
    }

    /** Enters that a server was reached, but not as safely as it had to be. */
    void unprotected(NextServer server, Reply reply) {
        contact = Attempt.Contact.REACHED;
        putOff(new Diagnosis.Local(Optional.of(server), reply));
    }

    /** Enters the fact that there is no server to ask. */
    void undeliverable(Obstacle why) {
        putOff(new Diagnosis.Local(Optional.empty(), why));
    }

    private static boolean outweighs(Diagnosis later, Optional<Diagnosis> earlier) {
        if (earlier.isEmpty()) {
            return true;
        }
        boolean wasTemporary = earlier.get().reply().isTransient();
        boolean isTemporary = later.reply().isTransient();
        if (wasTemporary != isTemporary) {
            return isTemporary;
        }
        return !(later instanceof Diagnosis.Local) || earlier.get() instanceof Diagnosis.Local;
    }

    /** {@return the balance} Whoever is not in the books has to wait. */
    Attempt close() {
        return new Attempt(entries.stream().map(Entry::result).toList(), contact);
    }
}
