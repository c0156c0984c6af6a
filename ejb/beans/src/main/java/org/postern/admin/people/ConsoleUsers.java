package org.postern.admin.people;

import org.postern.admin.access.Remit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the users of the console are kept. */
public interface ConsoleUsers {
    /** {@return whether there is nobody yet} */
    boolean isEmpty();

    Optional<ConsoleUser> find(String name);

    /** {@return this person, whom nobody else changes until this transaction ends} */
    Optional<ConsoleUser> lock(String name);

    /** {@return all of them, in the order of their names} */
    List<ConsoleUser> all();

    /** {@return those who are administrators and have a password; nobody else changes who they are until this transaction ends} */
    List<String> lockAdministrators();

    /**
     * Adds the first user of all.
     *
     * @return whether it was added; false if there is somebody already
     */
    boolean addFirst(ConsoleUser user);

    /** {@return whether it was added; false if there is somebody of that name, in whatever case it is written} */
    boolean add(ConsoleUser user);

    /** Gives a person this role, for these domains, and leaves all else as it is; {@return whether there is such a person} */
    boolean changeRemit(String name, Remit remit);

    /** Notes that somebody was vouched for at this time; {@return whether there is such a person, and that is news} */
    boolean vouched(String name, Instant when);

    /**
     * Gives a person another password and leaves all else as it is.
     *
     * @param before the hash of the password that it takes the place of; empty if they have none
     * @return whether it was that one's place still
     */
    boolean changePassword(String name, String before, String hash, Instant when);

    /** Ends a user, with their sessions and links; {@return whether there was one} */
    boolean remove(String name);

    /** Lets a link stand for the choice of a password, in place of the one that the person may have. */
    void put(PasswordLink link);

    /** {@return the link of this hash} */
    Optional<PasswordLink> link(String hash);

    /** {@return whether this very link was good, which is used up now} */
    boolean useLink(String hash, Instant now);

    /** Ends the link that the person may have. */
    void endLink(String person);

    /**
     * Lets somebody choose a password, once.
     *
     * @param hash of the secret in the link: 64 hexadecimal digits
     * @param person whose password it is about
     * @param expires when it is of no use any more
     */
    record PasswordLink(String hash, String person, Instant expires) {}
}
