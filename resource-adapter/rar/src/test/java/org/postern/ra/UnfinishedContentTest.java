package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.receiver.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Content whose end does not come, in a spool that has room for two of the largest messages. */
class UnfinishedContentTest {
    private static final int LARGEST = 1 << 20;

    @TempDir
    private Path spool;
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setMaxMessageSize(String.valueOf(LARGEST));
            spec.setMemoryThreshold("0");
            spec.setSpoolLimit("1");
        });
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Client unfinished(String from, int octets) throws IOException {
        Client client = new Client(from, rig.port());
        assertThat(client.untilData()).startsWith("354");
        client.sendContent(octets);
        return client;
    }

    /** What the files hold, but for the last block of each. */
    private long filled() {
        try (Stream<Path> files = Files.list(spool)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLargestMessageHasRoom() throws IOException {
        try (Client client = unfinished("127.0.0.1", LARGEST)) {
            assertThat(client.ask(".")).startsWith("250");
        }
    }

    @Test
    void oneNetworkCannotFillTheSpool() throws IOException {
        try (Client first = unfinished("127.0.0.1", 900_000)) {
            Eventually.is(() -> filled() > 850_000);
            try (Client second = unfinished("127.0.0.1", 900_000)) {
                assertThat(second.ask(".")).startsWith("452 4.3.1");
                assertThat(second.ask("NOOP")).startsWith("250");
            }
            try (Client other = unfinished("127.0.0.2", 300_000)) {
                assertThat(other.ask(".")).startsWith("250");
            }
            assertThat(first.ask(".")).startsWith("250");
        }
        Eventually.is(() -> rig.inbox.refusals.stream()
                .map(Refusal::reason)
                .anyMatch(why -> why.toString().equals("by the setting smtp.spool-limit; rule spool")));
        assertThat(filled()).isZero();
    }

    @Test
    void whatIsRefusedLeavesTheDiskBeforeItsEnd() throws IOException {
        try (Client first = unfinished("127.0.0.1", 900_000)) {
            Eventually.is(() -> filled() > 850_000);
            try (Client second = unfinished("127.0.0.1", 900_000)) {
                Eventually.is(() -> rig.listener.sessionList().stream().allMatch(all -> all.octets() > 899_000));
                Eventually.is(() -> filled() < 1_000_000);
                assertThat(second.ask(".")).startsWith("452 4.3.1");
            }
            assertThat(first.ask(".")).startsWith("250");
        }
    }

    @Test
    void contentStopsWhereTheDiskIsNearlyFull() throws IOException {
        try (ListenerRig full = new ListenerRig(spool, new Inbox(), spec -> {
            spec.setMemoryThreshold("4096");
            spec.setMaxDiskUsage("1");
        })) {
            try (Client client = full.connect()) {
                client.untilData();
                client.sendContent(1_000);
                assertThat(client.ask(".")).startsWith("250");
            }
            try (Client client = full.connect()) {
                client.untilData();
                client.sendContent(100_000);
                assertThat(client.ask(".")).startsWith("452 4.3.1");
            }
            Eventually.is(() -> full.inbox.refusals.stream()
                    .anyMatch(told -> told.reason().toString().startsWith("by the setting journal.max-disk-usage")));
        }
    }
}
