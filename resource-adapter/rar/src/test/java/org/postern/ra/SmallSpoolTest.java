package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A file system that is smaller than what has to stay free of it. */
class SmallSpoolTest {
    @TempDir
    private Path folder;
    private final Logger log = Logger.getLogger("org.postern.ra");
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            messages.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(listening);
    }

    @AfterEach
    void leave() {
        log.removeHandler(listening);
    }

    private void start(Path spool, long megabytes) {
        SpoolRoom room = new SpoolRoom(new ListenerSettings.Spool(spool, 4096, 1 << 20, 0, 95),
                existing -> new Disk(Files.getFileStore(existing), megabytes));
        assertThat(new SpooledContents(room, 4096, SessionMemory.of(8 << 20), () -> 0)).isNotNull();
    }

    @Test
    void aStartTellsThatLargeContentWillNeverHaveRoom() {
        start(folder, 100);
        assertThat(messages).singleElement()
                .asString()
                .contains("POSTERN1023", folder.toString(), "has 100 MB, but 112 MB of it", "beyond 4096 octets");
    }

    @Test
    void alsoOfAFolderThatIsYetToBeMade() {
        start(folder.resolve("a/b"), 100);
        assertThat(messages).anyMatch(line -> line.contains("POSTERN1023"));
    }

    @Test
    void aFileSystemWithRoomIsNotSpokenOf() {
        start(folder, 200);
        assertThat(messages).noneMatch(line -> line.contains("POSTERN1023"));
    }
}
