package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

class LineEndsTest {
    @Test
    void areFoundWhereLookingAtEachOctetFindsThem() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = new byte[random.nextInt(40)];
            random.nextBytes(octets);
            // Low octets beside the ones searched for are where the trick with words could go wrong.
            for (int i = 0; i < octets.length; i++) {
                octets[i] = random.nextInt(3) == 0 ? (byte) random.nextInt(16) : octets[i];
            }
            int from = octets.length == 0 ? 0 : random.nextInt(octets.length);
            assertThat(LineEnds.next(octets, from, octets.length)).isEqualTo(oneByOne(octets, from));
        }
    }

    private static int oneByOne(byte[] octets, int from) {
        int at = from;
        while (at < octets.length && octets[at] != '\r' && octets[at] != '\n' && octets[at] != 0) {
            at++;
        }
        return at;
    }
}
