package org.postern.delivery;

import org.postern.delivery.outcome.RecipientResult;
import org.postern.mail.Recipient;

import java.util.List;

/**
 * What next servers have taken, noted as soon as they say so: between their reply and the acknowledgement of the queue lies work, and a
 * process that is killed within it would hand the same mail over again.
 */
public interface TakenMarks {
    /** Notes nothing. */
    TakenMarks NONE = new TakenMarks() {
        @Override
        public void mark(String taking, List<RecipientResult> taken) {
            // as the name says
        }

        @Override
        public List<RecipientResult> before(String taking, List<Recipient> recipients) {
            return List.of();
        }

        @Override
        public void done(String taking) {
            // as the name says
        }
    };

    /**
     * Notes who has been taken. The end of the process does not undo it, the end of the machine may: nobody waits for a disk. Never
     * fails; what cannot be noted may be handed over twice.
     *
     * @param taking names the taking of the mail from its queue: the same again when it is redelivered
     * @param taken each with a {@link org.postern.delivery.outcome.Diagnosis.Taken}
     */
    void mark(String taking, List<RecipientResult> taken);

    /**
     * {@return which of these recipients were noted as taken, and how: by an earlier run of the gateway lately, or by this one, where what
     * follows from it could not be kept and the mail comes again}
     */
    List<RecipientResult> before(String taking, List<Recipient> recipients);

    /** Says that all that follows from the taking is durable: in this run, it does not come again. */
    void done(String taking);
}
