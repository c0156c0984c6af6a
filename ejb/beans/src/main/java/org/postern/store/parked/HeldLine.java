package org.postern.store.parked;

import org.postern.assessment.QuarantineKind;
import org.postern.digest.HeldMail;

import java.time.Instant;

/** What a query reads of a message in quarantine. */
record HeldLine(String key, QuarantineKind kind, String subject, String author, Instant since) {
    HeldMail.Line toLine() {
        return new HeldMail.Line(key, kind, subject, author, since);
    }
}
