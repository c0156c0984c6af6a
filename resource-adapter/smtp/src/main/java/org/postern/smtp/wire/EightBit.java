package org.postern.smtp.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether octets are beyond ASCII (RFC 6152, 1). Looks at eight octets at a time: all content passes here. */
public final class EightBit {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private EightBit() {}

    /**
     * {@return whether one of these octets is beyond ASCII}
     *
     * @param offset of the first
     * @param length how many they are, 0 included
     * @throws IndexOutOfBoundsException if not all of them are in the array
     */
    public static boolean isAmong(byte[] octets, int offset, int length) {
        int end = offset + length;
        int at = offset;
        long union = 0;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            union |= (long) LONG.get(octets, at);
        }
        for (; at < end; at++) {
            union |= octets[at];
        }
        return (union & HIGH_BITS) != 0;
    }
}
