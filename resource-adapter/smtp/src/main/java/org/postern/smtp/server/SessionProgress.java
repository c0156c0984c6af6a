package org.postern.smtp.server;

import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.receiver.SessionFacts;

import java.util.Optional;

/** How far a session has come: what is known of its client, and the transaction that is open. */
final class SessionProgress {
    private final ContentStore store;
    private SessionFacts facts;
    private Optional<MailTransaction> transaction = Optional.empty();

    SessionProgress(SessionFacts facts, ContentStore store) {
        this.store = store;
        this.facts = facts;
    }

    SessionFacts facts() {
        return facts;
    }

    Optional<MailTransaction> transaction() {
        return transaction;
    }

    /** More is known now; an open transaction goes on. */
    void learned(SessionFacts more) {
        facts = more;
    }

    /** The client begins anew, and what it had said of a message is void. */
    void restarted(SessionFacts anew) {
        facts = anew;
        endTransaction();
    }

    void begin(ReversePath reversePath, Parameters parameters) {
        transaction = Optional.of(new MailTransaction(reversePath, parameters,
                store.envelope(facts.client().getAddress())));
    }

    /** Ends the transaction, if there is one, and frees what its content occupies. */
    void endTransaction() {
        transaction.ifPresent(MailTransaction::discard);
        transaction = Optional.empty();
    }
}
