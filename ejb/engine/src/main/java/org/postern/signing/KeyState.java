package org.postern.signing;

/** What a key is good for, in the order of its life. */
public enum KeyState {
    /** It was made; nobody can find its record in the DNS, as far as is known. */
    MADE,
    /** The DNS shows its record; it signs nothing yet. */
    PUBLISHED,
    /** It signs. */
    ACTIVE,
    /** It signs no more; mail with its signatures is still on its way, so its record must stay. */
    RETIRING,
    /** Nobody needs its record any more, and its private part was thrown away. */
    RETIRED
}
