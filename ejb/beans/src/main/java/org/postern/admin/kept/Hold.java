package org.postern.admin.kept;

/** Keeps others from changing what people keep. */
public interface Hold {
    /** Until the transaction that is going on has ended; waits for those who are at it. All nodes read anew what there is after that. */
    void all();
}
