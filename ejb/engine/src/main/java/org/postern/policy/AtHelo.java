package org.postern.policy;

import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;

/** Judges the name the client presents itself with. */
public non-sealed interface AtHelo extends Filter {
    AtCommand helo(SessionFacts session);
}
