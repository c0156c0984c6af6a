package org.postern.it.scan;

import org.postern.config.file.ConfigurationReader;
import org.postern.config.file.Overrides;
import org.postern.config.file.Reading;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.metric.Meters;
import org.postern.net.scan.ScannerFactory;
import org.postern.scan.ScanResult;
import org.postern.scan.Scanned;
import org.postern.scan.ScannedMail;
import org.postern.scan.Scanners;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Scanners as a configuration file names them. */
final class Asked {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    static final String CLIENT = "192.0.2.7";
    /** A header section that nobody finds fault with. */
    static final String HEADER = """
            Received: from client.example by mx.example.net; Sun, 29 Nov 2026 10:00:00 +0000
            From: Alice <alice@home.example>
            To: orders@app.example
            Subject: An order
            Date: Sun, 29 Nov 2026 10:00:00 +0000
            Message-ID: <20261129100000.1234@home.example>
            """;

    private final Scanners scanners;

    /** Those of these tables, in a file in this folder. */
    Asked(Path folder, String tables) throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.toml"), tables);
        Reading reading = new ConfigurationReader(Overrides.none()).read(Optional.of(file));
        if (!(reading instanceof Reading.Valid valid)) {
            throw new AssertionError(reading);
        }
        scanners = ScannerFactory.scanners(valid.configuration().scanners(), THREADS,
                new Meters(InstantSource.system(), System::nanoTime));
    }

    Scanners scanners() {
        return scanners;
    }

    /** {@return what each of them says of a message with LF as line end} */
    List<Scanned> all(String message) throws IOException, InterruptedException {
        return all(message, CLIENT);
    }

    private List<Scanned> all(String message, String client) throws IOException, InterruptedException {
        return scanners.scan(mail(message.replace("\n", "\r\n"), client), THREADS);
    }

    /** {@return what the first of them says of a message with LF as line end} */
    ScanResult of(String message) throws IOException, InterruptedException {
        return of(message, CLIENT);
    }

    /** {@return what the first of them says of a message with LF as line end, from this client} */
    ScanResult of(String message, String client) throws IOException, InterruptedException {
        return all(message, client).getFirst().result();
    }

    private static ScannedMail mail(String content, String client) {
        Mailbox alice = new Mailbox("alice", new Domain("home.example"));
        Mailbox orders = new Mailbox("orders", new Domain("app.example"));
        return new ScannedMail(new QueueId("0123456789ABCDEF"), "mx.example.net",
                new InetSocketAddress(InetAddress.ofLiteral(client), 40_025), Optional.empty(),
                Optional.of("client.example"), Optional.empty(),
                new Envelope(ReversePath.of(alice), Parameters.NONE, List.of(Recipient.of(orders))),
                Content.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
