package org.postern.policy;

import org.postern.receiver.SessionFacts;

import java.util.Optional;

/** A rule, which judges at the steps whose interfaces it implements: as early as it can. */
public sealed interface Filter permits AtConnect, AtHelo, AtMail, AtRcpt, AtContent, Afterwards {
    /** {@return something worth telling of a client that was not refused, for the message's story} */
    default Optional<String> note(SessionFacts session) {
        return Optional.empty();
    }
}
