package org.postern.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps links, and how far the letters have come, for all nodes. A failure is an unchecked exception. */
public interface DigestStore {
    /**
     * Which letters are being written.
     *
     * @param since they tell of what has come after this
     * @param until and of nothing that came after this; empty while none are being written
     * @param place the recipient who was written to last, in the form that addresses are found by; the empty string at the start
     */
    record Round(Instant since, Optional<Instant> until, String place) {}

    /** {@return how far the letters have come, if no other node is about them; then this one is, for so long} */
    Optional<Round> claim(String node, Instant now, Duration most);

    /** Letters begin, of what came until then. */
    void begin(Instant until);

    /** This recipient has been written to. */
    void reached(String place);

    /** All have been written to; the next letters tell of what comes after these. */
    void end();

    /** This node is not about it any more. */
    void release(String node, Instant now);

    /** Keeps links; durable on return. */
    void keep(List<DigestLink> links);

    /** Forgets links that nobody was given. */
    void takeBack(List<DigestLink> links);

    /** {@return the link with this hash} */
    Optional<DigestLink> find(String hash);

    /** {@return whether it had not been used; it has now} */
    boolean use(String hash, Instant now);

    /** Forgets links whose time is over. */
    void forget(Instant now);
}
