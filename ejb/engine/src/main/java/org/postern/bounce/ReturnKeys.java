package org.postern.bounce;

import java.util.Optional;

/** The keys of return paths, the same on all nodes. */
public interface ReturnKeys {
    /**
     * {@return the key to sign with; made where there is none, or none that is young enough}
     *
     * @throws RuntimeException when the store is out of reach
     */
    ReturnKey current();

    /**
     * {@return the key with this name}
     *
     * @throws RuntimeException when the store is out of reach
     */
    Optional<ReturnKey> find(String id);
}
