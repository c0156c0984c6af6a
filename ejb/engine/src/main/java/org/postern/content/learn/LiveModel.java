package org.postern.content.learn;

import java.util.Optional;

/** The model that mail is judged by now; there may be none. Changes while mail is judged. */
public final class LiveModel {
    /** No version: nothing is active. */
    public static final long NONE = 0;

    private volatile Optional<Version> active = Optional.empty();
    private volatile long doubted = NONE;

    /**
     * A model and what it is called.
     *
     * @param number above {@value #NONE}
     */
    public record Version(long number, Model model) {}

    /** {@return the active one; empty where nothing may be said of mail} */
    public Optional<Version> active() {
        return active;
    }

    /** {@return the number of the active one, or {@value #NONE}} */
    public long number() {
        return active.map(Version::number).orElse(NONE);
    }

    /** {@return the number of a model that waits for a person's word, or {@value #NONE}} */
    public long doubted() {
        return doubted;
    }

    /**
     * From now on mail is judged by this one, or not at all.
     *
     * @param waiting the number of a model that waits for a person's word, or {@value #NONE}
     */
    public void now(Optional<Version> version, long waiting) {
        active = version;
        doubted = waiting;
    }
}
