package org.postern.dns;

import java.util.List;

/** What the DNS says about the mail exchangers of a domain. */
public sealed interface MxAnswer permits MxAnswer.Found, MxAnswer.NullMx, NoAnswer {
    /**
     * The domain names hosts.
     *
     * @param exchangers at least one, in no particular order
     */
    record Found(List<MailExchanger> exchangers) implements MxAnswer {
        public Found {
            exchangers = List.copyOf(exchangers);
        }
    }

    /** The domain states that it takes no mail (RFC 7505). */
    record NullMx() implements MxAnswer {}
}
