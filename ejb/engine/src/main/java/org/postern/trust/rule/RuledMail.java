package org.postern.trust.rule;

import org.postern.content.attachment.SeenFile;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.receiver.SessionFacts;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What rules look at.
 *
 * @param session it comes by; empty for what an application has handed in, which nobody can be told of that it is not taken
 * @param size of the message in octets
 * @param at by the clock where the gateway is
 * @param examination what it came to; empty for mail of those who have our confidence, who are taken at their word
 */
public record RuledMail(Optional<SessionFacts> session, Envelope envelope, HeaderSection header, long size,
        ZonedDateTime at, Optional<Examination> examination) {
    /**
     * What the examination of a stranger's mail came to, beside symbols and results.
     *
     * @param proved domains that have sent the message, or let it be sent
     * @param files in it; empty where nobody has looked for them
     */
    public record Examination(Set<Domain> proved, Optional<List<SeenFile>> files) {
        /** Where nobody is authenticated, and nothing is read. */
        public static final Examination NOTHING = new Examination(Set.of(), Optional.empty());

        public Examination {
            proved = Set.copyOf(proved);
        }
    }

    /** {@return whether a domain is proved, so that it may speak for the mail} */
    boolean isProved(Domain domain) {
        return examination.isEmpty() || examination.get().proved().contains(domain);
    }
}
