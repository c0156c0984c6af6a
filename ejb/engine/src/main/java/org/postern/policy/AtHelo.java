package org.postern.policy;

import org.postern.smtp.server.AtCommand;
import org.postern.smtp.server.SessionFacts;

/** Judges the name the client presents itself with. */
public non-sealed interface AtHelo extends Filter {
    AtCommand helo(SessionFacts session);
}
