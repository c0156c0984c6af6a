package org.postern.admin.people;

import java.time.Duration;

/** What comes of an attempt to log in. */
public sealed interface Entry {
    /**
     * Somebody is in.
     *
     * @param secret of the new session
     */
    record In(String secret) implements Entry {}

    /** Name and password are not those of somebody. */
    record Wrong() implements Entry {}

    /** It was not looked at, and counts as no failure. */
    record Later(Duration pause) implements Entry {}
}
