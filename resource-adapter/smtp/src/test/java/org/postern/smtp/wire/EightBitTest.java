package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class EightBitTest {
    private static final int LONGEST = 40;

    @Test
    void isSeenWhereverItStandsAndNotBesideTheSpan() {
        for (int length = 0; length < LONGEST; length++) {
            for (int at = 0; at < LONGEST; at++) {
                byte[] octets = new byte[LONGEST];
                octets[at] = (byte) 0x80;
                for (int offset = 0; offset + length <= LONGEST; offset++) {
                    assertThat(EightBit.isAmong(octets, offset, length))
                            .as("octet %d of %d from %d", at, length, offset)
                            .isEqualTo(at >= offset && at < offset + length);
                }
            }
        }
    }

    @Test
    void isNotSeenInAscii() {
        byte[] octets = new byte[LONGEST];
        Arrays.fill(octets, (byte) 0x7f);
        assertThat(EightBit.isAmong(octets, 0, LONGEST)).isFalse();
    }
}
