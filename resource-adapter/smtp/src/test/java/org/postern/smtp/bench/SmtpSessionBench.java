package org.postern.smtp.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.postern.smtp.server.SmtpSession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A whole message of 4 KB through a session, without network and receiver, as microseconds a message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SmtpSessionBench {
    private final byte[] group = octets("MAIL FROM:<a@client.example>\r\nRCPT TO:<b@test.example>\r\nDATA\r\n");
    private final byte[] content = octets(
            "Subject: a message\r\n\r\n" + "A line of text, as long as most.\r\n".repeat(120) + ".\r\n");
    private SmtpSession session;

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Setup(Level.Iteration)
    public void greet() throws IOException {
        session = AcceptAll.session();
        session.open();
        byte[] ehlo = octets("EHLO client.example\r\n");
        session.receive(ehlo, 0, ehlo.length);
    }

    @Benchmark
    public SmtpSession.State message() throws IOException {
        session.receive(group, 0, group.length);
        return session.receive(content, 0, content.length);
    }
}
