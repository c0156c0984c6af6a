package org.postern.admin.audit;

/**
 * Whether an act can be taken back.
 *
 * @param by the key of the line of the act that took it back; 0 if none did, and it may be possible
 */
public record Undoing(long by) {
    /** {@return that it may be possible} */
    public static Undoing possible() {
        return new Undoing(0);
    }

    /** {@return that it was taken back} */
    public static Undoing by(long key) {
        return new Undoing(key);
    }
}
