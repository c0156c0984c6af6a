package org.postern.client;

import jakarta.jms.JMSException;

/** A message that breaks the contract: to receive it again will not help. What is wrong is in its text. */
public final class MalformedMessageException extends JMSException {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String reason) {
        super(reason);
    }

    MalformedMessageException(String reason, Exception cause) {
        super(reason);
        initCause(cause);
    }
}
