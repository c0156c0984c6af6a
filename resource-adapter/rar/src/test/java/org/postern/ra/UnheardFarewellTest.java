package org.postern.ra;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A client whose octets come without end and never become a command, as empty records of TLS do: no read returns. */
class UnheardFarewellTest {
    @TempDir
    private Path spool;
    private final AtomicLong now = new AtomicLong();
    private final Flood flood = new Flood();

    /** A connection with octets to be read at any time, which are all swallowed. */
    private static final class Flood extends Socket {
        private final CountDownLatch inputEnded = new CountDownLatch(1);
        private final ByteArrayOutputStream replies = new ByteArrayOutputStream();

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    try {
                        inputEnded.await();
                        return -1;
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return read();
                }

                @Override
                public int available() {
                    return 1;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return replies;
        }

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public void setSoTimeout(int milliseconds) {}

        @Override
        public void shutdownOutput() {}

        @Override
        public void shutdownInput() {
            inputEnded.countDown();
        }
    }

    private SmtpConnection session() {
        SmtpActivationSpec spec = new SmtpActivationSpec();
        spec.setSpoolFolder(spool.toString());
        spec.setTlsHome(spool.resolveSibling("tls").toString());
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 40_000);
        return new SmtpConnection(new TransmissionChannel(flood),
                SessionFacts.begun("S1", "mx", ProtocolRole.MX, "mail.example", address, address),
                new Surroundings(now::get, new SessionReferences(InstantSource.system()), SessionMemory.of(1 << 30),
                        new InMemorySessionCounters(), TurnByTurn::new, new Surroundings.Tls(),
                        new Surroundings.Spools()).termsOf(spec.settings()),
                _ -> Optional.empty());
    }

    @Test
    void aSessionThatDoesNotSeeItsEndIsWokenTheNextTime() throws InterruptedException {
        SmtpConnection session = session();
        Thread serving = Thread.ofVirtual().start(() -> session.run(new FakeEndpoints(new Inbox())));
        Eventually.is(session::isIdle);
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        session.sweep();
        assertThat(flood.inputEnded.getCount()).as("it may see it by itself").isEqualTo(1);
        session.sweep();
        assertThat(serving.join(Duration.ofSeconds(10))).isTrue();
        assertThat(flood.replies.toString(US_ASCII)).contains("421 4.4.2");
    }
}
