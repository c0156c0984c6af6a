package org.postern.policy;

import org.postern.smtp.server.AtCommand;
import org.postern.smtp.server.SessionFacts;

/** Judges the client's address. */
public non-sealed interface AtConnect extends Filter {
    AtCommand connect(SessionFacts session);
}
