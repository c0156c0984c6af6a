package org.postern.client.transport;

import jakarta.mail.Provider;

/** What Jakarta Mail finds in the jar by itself: that {@value SubmittingTransport#PROTOCOL} is a protocol. */
public final class SubmittingProvider extends Provider {
    private static final String VERSION = "1";

    /** As the service loader makes it. */
    public SubmittingProvider() {
        super(Type.TRANSPORT, SubmittingTransport.PROTOCOL, SubmittingTransport.class.getName(), "Postern", VERSION);
    }
}
