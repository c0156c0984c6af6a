package org.postern.admin.people;

import java.time.Duration;

/** So many passwords are being looked at that this one was not. */
public class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Duration WAIT = Duration.ofSeconds(2);
    static final String WORDS = "Too many people come in at this moment. Try again in some seconds.";

    BusyException() {
        super(WORDS);
    }
}
