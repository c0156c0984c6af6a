package org.postern.policy;

import org.postern.network.Networks;
import org.postern.receiver.SessionFacts;

/**
 * Who is told and given more than a stranger: clients of trusted networks, and users who have logged in.
 *
 * @param trusted the networks
 */
public record Confidence(Networks trusted) {
    public boolean isIn(SessionFacts session) {
        return session.identity().isPresent() || trusted.contains(session.client().getAddress());
    }
}
