package org.postern.admin.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the sessions of the console are kept, for all nodes. */
public interface ConsoleSessions {
    /**
     * Keeps a session, and of the person's others the latest so many less one.
     *
     * @param passwordHash of the password by which it was begun
     * @return whether that is the person's password still; if not, there is no session
     */
    boolean add(ConsoleSession session, String passwordHash, int most);

    /** {@return whether this person has begun a session from this network lately, be it over or not} */
    boolean hasBegun(String person, String client);

    /** {@return the session, and the person as they are now; empty if it has ended or there is no such person} */
    Optional<Known> known(String hash);

    /** {@return all of them, the latest first, at most so many} */
    List<ConsoleSession> latest(int limit);

    /** Notes that the person did something. */
    void saw(String hash, Instant when);

    /** {@return whether there was such a session, which has ended now} */
    boolean end(String hash);

    /** Ends all sessions of a person but one; none is named by the empty string. */
    void endOthers(String person, String hash);

    /** Forgets those that have been silent since before {@code seen}, or were begun before {@code begun}. */
    void forget(Instant seen, Instant begun);

    /** A session and whose it is. */
    record Known(ConsoleSession session, ConsoleUser person) {}
}
