package org.postern.policy;

import org.postern.assessment.Symbol;
import org.postern.receiver.SessionFacts;

import java.util.Locale;
import java.util.Optional;

/** A rule, which judges at the steps whose interfaces it implements: as early as it can. */
public sealed interface Filter permits AtConnect, AtHelo, AtMail, AtRcpt, AtContent, Afterwards {
    /**
     * {@return the name by which the trace knows the rule} That of its class, in lower case, with a hyphen before each further word and
     * without {@code Filter}, unless it says otherwise.
     */
    default String name() {
        return getClass().getSimpleName()
                .replaceFirst("Filter$", "")
                .replaceAll("(?<=.)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** {@return something worth knowing of a client that was not refused; goes with the message} */
    default Optional<Symbol> finding(SessionFacts session) {
        return Optional.empty();
    }
}
