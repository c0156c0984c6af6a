package org.postern.admin.people;

import java.util.Optional;

/** Where the users of the console are kept. The server's security realm reads the same table. */
public interface ConsoleUsers {
    /** {@return whether there is nobody yet} */
    boolean isEmpty();

    Optional<ConsoleUser> find(String name);

    /**
     * Adds the first user of all.
     *
     * @return whether it was added; false if there is somebody already
     */
    boolean addFirst(ConsoleUser user);

    /** Keeps a user who has changed. */
    void replace(ConsoleUser user);
}
