package org.postern.content.learn;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A model as octets: a mark and the number of the format, what was learnt from, the bands, and of each weight that is not 0 the gap to the slot before
 * it, in seven bits an octet, and the weight in 16 bits (IEEE 754 binary16): about three octets a weight.
 */
final class ModelFormat {
    private static final int MARK = 0x504D4F44;
    private static final short FORMAT = 1;
    private static final int HEAD = 100;
    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final float LARGEST = 3;

    private ModelFormat() {}

    static byte[] write(Experience experience, Bands bands, float[] weights) {
        int count = 0;
        for (float weight : weights) {
            count += weight != 0 ? 1 : 0;
        }
        ByteBuffer octets = ByteBuffer.allocate(HEAD + count * 6);
        octets.putInt(MARK).putShort(FORMAT);
        octets.putInt(experience.ham()).putInt(experience.spam()).putLong(experience.last().toEpochMilli());
        octets.putInt(experience.trial().falsePositives()).putDouble(experience.trial().area());
        for (double limit : bands.toArray()) {
            octets.putDouble(limit);
        }
        octets.putInt(count);
        int last = -1;
        for (int slot = 0; slot < weights.length; slot++) {
            if (weights[slot] != 0) {
                putGap(octets, slot - last - 1);
                octets.putShort(Float.floatToFloat16(weights[slot]));
                last = slot;
            }
        }
        return Arrays.copyOf(octets.array(), octets.position());
    }

    private static void putGap(ByteBuffer octets, int gap) {
        int rest = gap;
        while (rest >= MORE) {
            octets.put((byte) (rest | MORE));
            rest >>>= BITS;
        }
        octets.put((byte) rest);
    }

    static Model read(byte[] kept) {
        try {
            return read(ByteBuffer.wrap(kept));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the model breaks off", e);
        }
    }

    private static Model read(ByteBuffer octets) {
        if (octets.getInt() != MARK) {
            throw new IllegalArgumentException("not a model");
        }
        short format = octets.getShort();
        if (format != FORMAT) {
            throw new IllegalArgumentException("a model of format " + format + ", known is " + FORMAT);
        }
        int ham = octets.getInt();
        int spam = octets.getInt();
        Instant last = Instant.ofEpochMilli(octets.getLong());
        Experience experience = new Experience(ham, spam, last, new Trial(octets.getInt(), octets.getDouble()));
        double[] limits = new double[5];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = octets.getDouble();
        }
        return new Model(experience, Bands.of(limits), weights(octets));
    }

    private static float[] weights(ByteBuffer octets) {
        float[] weights = new float[Feature.SLOTS];
        int count = octets.getInt();
        int slot = -1;
        for (int i = 0; i < count; i++) {
            slot += gap(octets) + 1;
            float weight = Float.float16ToFloat(octets.getShort());
            if (!(Math.abs(weight) <= LARGEST)) {
                throw new IllegalArgumentException("a weight of " + weight);
            }
            weights[slot] = weight;
        }
        if (count < 0 || octets.hasRemaining()) {
            throw new IllegalArgumentException("not the octets of one model");
        }
        return weights;
    }

    private static int gap(ByteBuffer octets) {
        int gap = 0;
        int shift = 0;
        byte octet = octets.get();
        while (octet < 0) {
            gap |= (octet & (MORE - 1)) << shift;
            shift += BITS;
            octet = octets.get();
        }
        return gap | (octet << shift);
    }
}
