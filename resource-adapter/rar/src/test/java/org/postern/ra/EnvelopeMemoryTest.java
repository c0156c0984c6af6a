package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;

/** Many recipients in many sessions at a time, with one megabyte for the envelopes of all of them. */
class EnvelopeMemoryTest {
    private static final String HOST = ("d".repeat(60) + ".").repeat(2) + "test.example";

    @TempDir
    private Path spool;
    private final SessionMemory memory = SessionMemory.of(8 << 20);
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool, new Inbox(), spec -> {
        }, memory);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Client inTransaction(String from) throws IOException {
        Client client = new Client(from, rig.port());
        client.reply();
        client.ask("EHLO client.example");
        client.ask("MAIL FROM:<a@client.example>");
        return client;
    }

    /** {@return the first reply that is no 250, or the last one} */
    private static String recipients(Client client, int count) throws IOException {
        String reply = "250";
        for (int i = 0; i < count && reply.startsWith("250"); i++) {
            reply = client.ask("RCPT TO:<%04d@%s>".formatted(i, HOST));
        }
        return reply;
    }

    @Test
    void oneNetworksRecipientsLeaveMemoryForThoseOfOthers() throws IOException {
        try (Client first = inTransaction("127.0.0.1");
                Client second = inTransaction("127.0.0.1");
                Client other = inTransaction("127.0.0.2")) {
            assertThat(recipients(first, 500)).startsWith("250");
            assertThat(recipients(second, 500)).startsWith("452 4.3.1");
            assertThat(recipients(other, 100)).startsWith("250");
            assertThat(first.ask("RSET")).startsWith("250");
            assertThat(memory.dialogues().free()).isGreaterThan(700_000);
            assertThat(recipients(second, 100)).startsWith("250");
            assertThat(second.ask("DATA")).startsWith("354");
        }
    }

    @Test
    void aFewRecipientsAreNotAskedFor() throws IOException {
        for (int others = 1; others <= 20; others++) {
            assertThat(memory.dialogues()
                    .heldBy(InetAddress.ofLiteral("192.0.2." + others))
                    .grow(memory.dialogues().free() / 2)).isTrue();
        }
        try (Client client = inTransaction("127.0.0.1")) {
            assertThat(recipients(client, 5)).startsWith("250");
            assertThat(recipients(client, 5)).startsWith("452 4.3.1");
            assertThat(client.ask("DATA")).startsWith("354");
        }
    }
}
