package org.postern.marks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.DataFolder;
import org.postern.delivery.TakenMarks;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FiledMarksTest {
    private static final Recipient X = Recipient.of(new Mailbox("x", new Domain("example.net")));
    private static final Recipient Y = Recipient.of(new Mailbox("\"ÿ\"", new Domain("example.net")));

    @TempDir
    private Path data;

    private TakenMarks run() {
        return new FiledMarks(new DataFolder(data));
    }

    private static RecipientResult taken(Recipient recipient, String address, Reply reply) {
        NextServer server = new NextServer("mx.example.net", InetAddress.ofLiteral(address), 25);
        return new RecipientResult(recipient,
                new Diagnosis.Taken(server, reply, "TLSv1.3 (policy may)", Diagnosis.Handover.SILENT));
    }

    @Test
    void anotherRunKnowsWhoWasTakenAndHow() {
        RecipientResult x = taken(X, "192.0.2.1", Reply.of(250, "2.0.0", "queued as 1"));
        RecipientResult y = taken(Y, "2001:db8::1", Reply.of(250, "thanks"));
        TakenMarks earlier = run();
        earlier.mark("ID:1", List.of(x, y));
        assertThat(run().before("ID:1", List.of(X, Y))).containsExactly(x, y);
        assertThat(run().before("ID:1", List.of(Y))).containsExactly(y);
        assertThat(run().before("ID:2", List.of(X, Y))).isEmpty();
    }

    @Test
    void knowsWhatSeveralServersHaveTakenOneAfterAnother() {
        RecipientResult x = taken(X, "192.0.2.1", Reply.of(250, "2.0.0", "queued"));
        RecipientResult y = taken(Y, "192.0.2.2", Reply.of(250, "2.0.0", "queued"));
        TakenMarks earlier = run();
        earlier.mark("ID:1", List.of(x));
        earlier.mark("ID:1", List.of(y));
        assertThat(run().before("ID:1", List.of(X, Y))).containsExactly(x, y);
    }

    @Test
    void knowsItInTheSameRunUntilAllIsDoneThatFollows() {
        RecipientResult x = taken(X, "192.0.2.1", Reply.of(250, "2.0.0", "queued"));
        TakenMarks marks = run();
        marks.mark("ID:1", List.of(x));
        assertThat(marks.before("ID:1", List.of(X, Y))).containsExactly(x);
        marks.done("ID:1");
        assertThat(marks.before("ID:1", List.of(X, Y))).isEmpty();
    }

    @Test
    void goesOnWithoutAFolder() throws IOException {
        Files.createFile(data.resolve("marks"));
        TakenMarks marks = run();
        marks.mark("ID:1", List.of(taken(X, "192.0.2.1", Reply.of(250, "2.0.0", "queued"))));
        assertThat(marks.before("ID:1", List.of(X))).hasSize(1);
        assertThat(run().before("ID:1", List.of(X))).isEmpty();
    }
}
