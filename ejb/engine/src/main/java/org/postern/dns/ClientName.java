package org.postern.dns;

/** What the DNS says of a client's name. */
public sealed interface ClientName {
    /** The address has this name, and the name has this address. */
    record Verified(String name) implements ClientName {}

    /** There is no such name, which is a fact. */
    record None() implements ClientName {}

    /** The DNS does not say, now. */
    record Unknown() implements ClientName {}
}
