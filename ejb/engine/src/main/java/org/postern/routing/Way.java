package org.postern.routing;

import org.postern.mail.Recipient;

import java.util.List;

/** Where some recipients of one message go together. */
public sealed interface Way {
    List<Recipient> recipients();

    /** To one destination. */
    record To(Destination destination, List<Recipient> recipients) implements Way {
        public To {
            recipients = List.copyOf(recipients);
        }
    }

    /** The routing table says refuse, or leads back to the gateway itself: a person has to decide. */
    record Nowhere(List<Recipient> recipients) implements Way {
        public Nowhere {
            recipients = List.copyOf(recipients);
        }
    }
}
