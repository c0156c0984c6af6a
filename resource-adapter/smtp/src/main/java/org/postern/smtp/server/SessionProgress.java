package org.postern.smtp.server;

import org.postern.receiver.SessionFacts;

import java.util.Optional;

/** How far a session has come: what is known of its client, and the transaction that is open. */
final class SessionProgress {
    private SessionFacts facts;
    private Optional<MailTransaction> transaction = Optional.empty();

    SessionProgress(SessionFacts facts) {
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

    void begin(MailTransaction begun) {
        transaction = Optional.of(begun);
    }

    /** Ends the transaction, if there is one, and frees what its content occupies. */
    void endTransaction() {
        transaction.ifPresent(MailTransaction::discard);
        transaction = Optional.empty();
    }
}
