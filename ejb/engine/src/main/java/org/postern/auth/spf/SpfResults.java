package org.postern.auth.spf;

import org.postern.mail.ReversePath;
import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * What was found of both identities of one transaction (RFC 7208, 2.3 and 2.4).
 *
 * @param helo of the name that the client gave itself
 * @param mailFrom of the sender; of the null reverse-path it says what {@code helo} says
 */
public record SpfResults(SpfResult helo, SpfResult mailFrom) {
    /** {@return what is known where there was no answer, and why} */
    public static SpfResults unanswered(String helo, ReversePath sender, Sentence reason) {
        return new SpfResults(unanswered(SpfIdentity.HELO, helo, reason), unanswered(SpfIdentity.MAIL_FROM,
                sender.mailbox().map(mailbox -> mailbox.domain().key()).orElse(helo), reason));
    }

    private static SpfResult unanswered(SpfIdentity identity, String domain, Sentence reason) {
        return new SpfResult(SpfOutcome.TEMPERROR, identity, domain, Optional.empty(), Optional.empty(), reason);
    }
}
