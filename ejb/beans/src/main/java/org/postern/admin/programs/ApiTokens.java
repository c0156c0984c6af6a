package org.postern.admin.programs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tokens are kept, for all nodes. */
public interface ApiTokens {
    /** {@return all of them, in the order of their names} */
    List<ApiToken> all();

    /** {@return the token with this hash, whether its time is over or not} */
    Optional<ApiToken> known(String hash);

    /** {@return the token of this name} */
    Optional<ApiToken> find(String name);

    /** Keeps a new one; {@return whether there was none of this name} */
    boolean add(ApiToken token);

    /** Notes that it was used. */
    void used(String hash, Instant when);

    /** {@return whether there was one of this name, which has ended now} */
    boolean end(String name);
}
