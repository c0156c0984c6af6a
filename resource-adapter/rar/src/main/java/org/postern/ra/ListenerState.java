package org.postern.ra;

/** Where a listener stands. Its names are part of the management view. */
enum ListenerState {
    /** The port is not ours yet; it is tried again and again. */
    BINDING,
    /** Sessions are taken. */
    OPEN,
    /** The port is held, and everybody who connects is told 421 4.3.2. */
    SUSPENDED,
    /** The port is free; the listener is never used again. */
    CLOSED,
    /** Its settings are wrong; it was never started. */
    REFUSED
}
