package org.postern.it.kills;

import org.postern.it.harness.NumberedLoad;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A next hop that says yes to everything and keeps of each message of a {@link NumberedLoad} which it was, and whether its 250 was read.
 * It offers no PIPELINING, so that whatever the client says behind the content means that it has read the reply.
 */
final class TakingSink implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket();
    private final Duration thought;
    private final Queue<Taking> takings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger life = new AtomicInteger();

    /** @param thought how long it takes between the end of a content and its reply */
    TakingSink(Duration thought) throws IOException {
        this.thought = thought;
        listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1000);
        Thread.ofVirtual().name("sink").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Sessions that come from now on belong to the victim's next life. */
    void nextLife() {
        life.incrementAndGet();
    }

    /** {@return all that was taken so far, in its order} */
    List<Taking> takings() {
        return List.copyOf(takings);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                int ofLife = life.get();
                open.incrementAndGet();
                Thread.ofVirtual().name("sink-session").start(() -> serve(socket, ofLife));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, int ofLife) {
        try {
            new SinkSession(this, socket, ofLife).run();
        } finally {
            open.decrementAndGet();
        }
    }

    /** {@return how many sessions are open} */
    int open() {
        return open.get();
    }

    /** Takes a message: from now on 250 is the truth, whether or not it can be said; {@return what is to come of the 250} */
    Taking.Progress take(String content, int ofLife) {
        Taking.Progress progress = new Taking.Progress();
        NumberedLoad.number(content)
                .ifPresent(number -> takings.add(
                        new Taking(number, NumberedLoad.attempt(content).orElseThrow(), ofLife, progress)));
        return progress;
    }

    Duration thought() {
        return thought;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
