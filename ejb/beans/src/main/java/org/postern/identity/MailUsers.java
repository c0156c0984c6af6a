package org.postern.identity;

import java.util.List;
import java.util.Optional;

/** Where the gateway's own users are kept. The server's realm reads the same tables. Durable on return. */
public interface MailUsers {
    Optional<MailUser> find(String name);

    /** {@return this user, whom nobody else changes until this transaction ends} */
    Optional<MailUser> lock(String name);

    /** {@return those after this name, in the order of their names, at most so many} */
    List<MailUser> after(String name, int limit);

    /** {@return whether the user was added; false if there is one of that name already} */
    boolean add(MailUser user);

    /** Keeps a user who has changed; {@return whether there is one of that name} */
    boolean replace(MailUser user);

    /** {@return whether there was such a user} */
    boolean delete(String name);
}
