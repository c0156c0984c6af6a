package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class ReadingRoomTest {
    @Test
    void aHeapHasAsManyPlacesAsItBears() {
        assertThat(ReadingRoom.inHeap(512L << 20).free()).isEqualTo(16);
        assertThat(ReadingRoom.inHeap(64L << 20).free()).isEqualTo(4);
        assertThat(ReadingRoom.inHeap(100L << 30).free()).isEqualTo(64);
    }

    @Test
    void aPlaceIsTakenForTheWorkAndGivenBackWhateverComesOfIt() throws Exception {
        ReadingRoom room = ReadingRoom.inHeap(0);
        assertThat(room.in(room::free)).isEqualTo(3);
        assertThatThrownBy(() -> room.in(() -> {
            throw new IOException("the disk is gone");
        })).isInstanceOf(IOException.class);
        assertThat(room.free()).isEqualTo(4);
    }
}
