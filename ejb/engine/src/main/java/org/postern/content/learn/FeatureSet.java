package org.postern.content.learn;

import java.util.Arrays;

/**
 * The features of one message: slots in rising order, each once, packed as the gaps between them in seven bits an octet: two octets a feature or
 * fewer, about 3 KB a message. Holds no word.
 */
public final class FeatureSet {
    /** The most octets that a message can have. */
    public static final int LONGEST = Slots.MOST * 3;
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private final byte[] packed;
    private final int size;

    private FeatureSet(byte[] packed, int size) {
        this.packed = packed;
        this.size = size;
    }

    /** @param sorted rising, each once; the first {@code size} of them count */
    static FeatureSet of(int[] sorted, int size) {
        byte[] octets = new byte[size * 4];
        int at = 0;
        int last = -1;
        for (int i = 0; i < size; i++) {
            int gap = sorted[i] - last - 1;
            while (gap >= MORE) {
                octets[at++] = (byte) (gap | MORE);
                gap >>>= BITS;
            }
            octets[at++] = (byte) gap;
            last = sorted[i];
        }
        return new FeatureSet(Arrays.copyOf(octets, at), size);
    }

    /**
     * {@return what was packed}
     *
     * @throws IllegalArgumentException when these octets were not made by {@link #packed()}
     */
    public static FeatureSet unpack(byte[] packed) {
        int size = 0;
        for (byte octet : packed) {
            size += octet >= 0 ? 1 : 0;
        }
        FeatureSet set = new FeatureSet(packed.clone(), size);
        int[] slots = set.slots();
        if (packed.length > LONGEST || (packed.length > 0 && packed[packed.length - 1] < 0)
                || (size > 0 && (slots[size - 1] >= Feature.SLOTS || slots[size - 1] < 0))) {
            throw new IllegalArgumentException("not the features of a message");
        }
        return set;
    }

    /** {@return the octets to keep; {@link #unpack} takes them} */
    public byte[] packed() {
        return packed.clone();
    }

    /** {@return how many features} */
    public int size() {
        return size;
    }

    /** {@return the slots, rising} */
    int[] slots() {
        int[] slots = new int[size];
        readInto(slots);
        return slots;
    }

    /** Reads the slots into the first {@link #size()} places of an array. */
    void readInto(int[] slots) {
        int at = 0;
        int last = -1;
        for (int i = 0; i < size; i++) {
            int gap = 0;
            int shift = 0;
            byte octet = packed[at++];
            while (octet < 0) {
                gap |= (octet & (MORE - 1)) << shift;
                shift += BITS;
                octet = packed[at++];
            }
            last += (gap | (octet << shift)) + 1;
            slots[i] = last;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSet set && Arrays.equals(packed, set.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
