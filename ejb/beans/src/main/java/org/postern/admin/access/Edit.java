package org.postern.admin.access;

/**
 * What was changed about one thing, in a form that can be put back: neither secrets nor content of mail.
 *
 * @param before the thing as it was, in the grammar of the configuration file; the empty string if it was not there
 * @param after as it is now; the empty string if it is no more
 * @param nextBefore what stood behind it, where that matters; the empty string if nothing did
 * @param nextAfter what stands behind it now
 */
public record Edit(String before, String after, String nextBefore, String nextAfter) {
    /** The most characters of a thing; what is longer cannot be put back. */
    public static final int LONGEST = 1_000_000;
    /** The most characters of what it stands before. */
    public static final int LONGEST_NEXT = 1000;

    /** {@return whether it can be kept} */
    public boolean fits() {
        return before.length() <= LONGEST && after.length() <= LONGEST && nextBefore.length() <= LONGEST_NEXT
                && nextAfter.length() <= LONGEST_NEXT;
    }
}
