package org.postern.queue;

import org.postern.mail.Envelope;

/** How urgent a message is to its sender (RFC 6710): a parameter of MAIL, -9 to 9, 0 where there is none. */
public final class Priority {
    private static final String PARAMETER = "MT-PRIORITY";
    private static final int MOST = 9;
    /** What JMS calls the usual. */
    private static final int USUAL = 4;

    private Priority() {}

    /** {@return the priority as queues know it: 0 to 9, 4 for the usual; never the wrong way round} */
    public static int ofQueue(Envelope envelope) {
        int priority = of(envelope);
        int higher = (priority * (MOST - USUAL) + MOST - 1) / MOST;
        return USUAL + (priority > 0 ? higher : priority * USUAL / MOST);
    }

    /** {@return whether the sender wants to be served before others} */
    public static boolean isRaised(Envelope envelope) {
        return of(envelope) > 0;
    }

    /** {@return whether the sender lets others be served before} */
    public static boolean isLowered(Envelope envelope) {
        return of(envelope) < 0;
    }

    /** {@return the same envelope, as urgent as any other} */
    public static Envelope usual(Envelope envelope) {
        return new Envelope(envelope.reversePath(), envelope.parameters().without(PARAMETER), envelope.recipients());
    }

    private static int of(Envelope envelope) {
        try {
            return envelope.parameters()
                    .get(PARAMETER)
                    .map(Integer::parseInt)
                    .map(p -> Math.clamp(p, -MOST, MOST))
                    .orElse(0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
