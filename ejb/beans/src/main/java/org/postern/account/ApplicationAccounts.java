package org.postern.account;

import java.util.List;

/** Where it is kept what accounts may do. Those of which nothing is said are not here. Durable on return. */
public interface ApplicationAccounts {
    /** No more are kept. */
    int MOST = 1_000;

    /** {@return a number that is another one whenever something has changed} */
    long version();

    /** {@return all of them, in the order of their names} */
    List<ApplicationAccount> all();

    /** Keeps what is said of an account; one of which nothing is said any more is forgotten. */
    void put(ApplicationAccount account);
}
