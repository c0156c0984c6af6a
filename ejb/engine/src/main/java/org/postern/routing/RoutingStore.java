package org.postern.routing;

import java.util.List;
import java.util.Optional;

/** Routes and aliases that people keep beside the file. Each change has another version, so that nodes see that there is something new. */
public interface RoutingStore {
    /** The most routes. */
    int MOST_ROUTES = 100_000;
    /** The most aliases and lists. */
    int MOST_ALIASES = 1_000_000;

    /** So often is read anew what changes while it is read. */
    int MOST_READINGS = 20;

    /** Routes and aliases of one moment. */
    record Kept(List<StoredRoute> routes, List<StoredAlias> aliases) {}

    /**
     * {@return what stands in a store at one moment: all of a change that was made as a whole, or nothing of it}
     *
     * @throws IllegalStateException when it changes all the time
     */
    static Kept of(RoutingStore store) {
        for (int reading = 0; reading < MOST_READINGS; reading++) {
            long version = store.version();
            Kept kept = new Kept(store.routes(), store.aliases());
            if (store.version() == version) {
                return kept;
            }
        }
        throw new IllegalStateException("routes and aliases change all the time");
    }

    /** {@return a number that each change makes greater} */
    long version();

    /** {@return all routes, in their order} */
    List<StoredRoute> routes();

    /** {@return all aliases and lists} */
    List<StoredAlias> aliases();

    /** {@return aliases and lists behind this address, in the order of their addresses} */
    List<StoredAlias> aliasesAfter(String address, int limit);

    Optional<StoredAlias> alias(String address);

    /** {@return how many aliases and lists there are} */
    long aliasCount();

    /** {@return the id of the route, which is from now on behind all others; the id that was given does not matter} */
    long add(StoredRoute route);

    /** {@return whether there was a route of this id, which is now as given} */
    boolean replace(StoredRoute route);

    boolean deleteRoute(long id);

    /** {@return whether there are both routes, of which the first now stands right before the second} */
    boolean moveBefore(long id, long other);

    /** Lets routes stand in this order, in which all are named. */
    void order(List<Long> ids);

    /** Keeps an alias, in place of one with the same address. */
    void put(StoredAlias alias);

    boolean deleteAlias(String address);
}
