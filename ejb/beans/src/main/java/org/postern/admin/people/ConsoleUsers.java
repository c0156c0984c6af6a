package org.postern.admin.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the users of the console are kept. */
public interface ConsoleUsers {
    /** {@return whether there is nobody yet} */
    boolean isEmpty();

    Optional<ConsoleUser> find(String name);

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

    /** {@return whether it was added; false if there is somebody of that name} */
    boolean add(ConsoleUser user);

    /** Keeps a user who has changed. */
    void replace(ConsoleUser user);

    /** Ends a user, with their sessions and links. */
    void remove(String name);

    /** Lets a link stand for the choice of a password, in place of the one that the person may have. */
    void put(PasswordLink link);

    /** {@return the link of this hash} */
    Optional<PasswordLink> link(String hash);

    /** {@return whether this person had a link, which is used up now} */
    boolean endLink(String person);

    /**
     * Lets somebody choose a password, once.
     *
     * @param hash of the secret in the link: 64 hexadecimal digits
     * @param person whose password it is about
     * @param expires when it is of no use any more
     */
    record PasswordLink(String hash, String person, Instant expires) {}
}
