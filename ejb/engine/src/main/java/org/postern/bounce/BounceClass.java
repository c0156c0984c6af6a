package org.postern.bounce;

import java.util.Locale;

/** Why a recipient was refused or put off, roughly: what one does about it differs. */
public enum BounceClass {
    /** There is no such mailbox, or it takes no mail any more: do not write there again. */
    BAD_MAILBOX,
    /** There is no such domain, or it takes no mail at all: do not write there again. */
    BAD_DOMAIN,
    /** The mailbox has no room. */
    FULL,
    /** The message, or whoever sends it, is held to be unwanted. */
    SPAM,
    /** A rule of the other side forbids it, or asks for patience. */
    POLICY,
    /** The message is too large. */
    SIZE,
    /** The mail has come to a server that is not the right one, or there is no way to one. */
    ROUTING,
    /** There was no connection, or it broke. */
    NETWORK,
    /** Nothing of the above, or nobody knows. */
    OTHER;

    /** {@return the name for people, such as {@code bad mailbox}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
