package org.postern.admin.programs;

import java.time.Instant;
import java.util.Optional;

/** Where answers are kept, for all nodes. */
public interface KeptAnswers {
    /** {@return the answer with this key} */
    Optional<KeptAnswer> find(String key);

    /** Keeps that something was asked; {@return whether nothing with this key was kept} */
    boolean begin(KeptAnswer asked);

    /** Keeps what was answered. */
    void end(String key, int status, String type, String body);

    /** Forgets one. */
    void forget(String key);

    /** Forgets this one; {@return whether it was there still, and none that was asked anew} */
    boolean forget(KeptAnswer known);

    /** Forgets all that was asked before. */
    void forget(Instant before);

    /** {@return how many are kept of a caller} */
    long count(String caller);
}
