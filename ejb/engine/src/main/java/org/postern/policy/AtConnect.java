package org.postern.policy;

import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;

/** Judges the client's address. */
public non-sealed interface AtConnect extends Filter {
    AtCommand connect(SessionFacts session);
}
