package org.postern.reputation.grey;

import java.time.Instant;
import java.util.List;
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

    /**
     * {@return those that are to come again, the latest first}
     *
     * @param behind the last one of the page before; empty for the first page
     */
    List<Waiting> waiting(Optional<Waiting> behind, int limit);

    /**
     * Forgets what is over, and of those that are to come again the oldest beyond the most.
     *
     * @param waiting those that are to come again, and were first tried before this
     * @param known those that were last let pass before this
     */
    void forget(Instant waiting, Instant known, int most);

    /** A contact that is to come again. */
    record Waiting(Contact contact, Instant first) {}
}
