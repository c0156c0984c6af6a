package org.postern.reputation.grey;

import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers contacts, for all nodes. Holds a bounded number, and may forget what is over. A failure is an unchecked exception, and then nothing
 * is known of the contact.
 */
public interface GreylistStore {
    /**
     * Changes what is remembered of a contact in one step, so that of two who do so at once none is lost.
     *
     * @param change from what is remembered, if anything is, to what is to be
     * @return what is remembered from now on
     */
    Acquaintance change(Contact contact, Function<Optional<Acquaintance>, Acquaintance> change);
}
