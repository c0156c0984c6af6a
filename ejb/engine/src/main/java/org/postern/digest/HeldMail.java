package org.postern.digest;

import org.postern.assessment.QuarantineKind;
import org.postern.mail.Mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds what waits in quarantine for a recipient, and may be released by him: nothing but what {@link QuarantineKind#isForRecipients} allows. */
public interface HeldMail {
    /** What came after one moment, until another. */
    record Window(Instant since, Instant until) {}

    /** One message. */
    record Line(String key, QuarantineKind kind, String subject, String author, Instant since) {}

    /** {@return recipients of a domain that have some, in the form that addresses are found by, in that order, after this one} */
    List<String> recipients(String domain, Window window, String after, int limit);

    /** {@return what one of them has, the earliest first} */
    List<Line> of(String recipient, Window window, int limit);

    /** {@return how many he has} */
    long count(String recipient, Window window);

    /** {@return the recipient as the envelope of this message has him; empty if it waits no longer} */
    Optional<Mailbox> spelled(String key, String recipient);
}
