package org.postern.smtp.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the octets that matter to lines: CR, LF and NUL. Looks at eight octets at a time. */
final class LineEnds {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** One more than CR, the greatest octet searched for. */
    private static final int BOUND = '\r' + 1;

    private LineEnds() {}

    /** {@return the index of the first CR, LF or NUL, or {@code end} if there is none} */
    static int next(byte[] octets, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES) {
            long word = (long) LONG.get(octets, at);
            long below = (word - ONES * BOUND) & ~word & HIGH_BITS;
            if (below == 0) {
                at += Long.BYTES;
                continue;
            }
            // The lowest bit is exact; those above it may be set by a borrow.
            at += Long.numberOfTrailingZeros(below) >>> 3;
            if (isSpecial(octets[at])) {
                return at;
            }
            at++;
        }
        while (at < end && !isSpecial(octets[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpecial(byte octet) {
        return octet == '\r' || octet == '\n' || octet == 0;
    }
}
