package org.postern.net;

import org.postern.delivery.host.NextServer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connects to one of the addresses of a host, the first that answers (RFC 8305, 5): each next one is tried as soon as the one before
 * has failed, or a quarter of a second after it. Connections that come about too late are closed.
 */
final class Race {
    private static final Duration STAGGER = Duration.ofMillis(250);

    private final Connecting connecting;
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** Makes a connection, or fails. */
    interface Connecting {
        SocketTransport connect(NextServer server) throws IOException;
    }

    /** The connection that was first. */
    record Winner(NextServer server, SocketTransport transport) {}

    private record Result(NextServer server, Optional<SocketTransport> transport, Optional<IOException> failure) {
        SocketTransport orFail() throws IOException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return transport.orElseThrow();
        }
    }

    Race(Connecting connecting) {
        this.connecting = connecting;
    }

    /**
     * {@return the first connection} To be called once.
     *
     * @param servers at least one, the best first
     * @throws IOException the failure of the last, when all have failed
     */
    Winner run(List<NextServer> servers) throws IOException {
        if (servers.size() == 1) {
            Result only = result(servers.getFirst());
            return new Winner(only.server(), only.orFail());
        }
        try {
            return race(servers.iterator(), servers.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(LimitedSocket.STOPPING);
        } finally {
            over.set(true);
            results.forEach(Race::closeLate);
        }
    }

    private Winner race(Iterator<NextServer> waiting, int count) throws IOException, InterruptedException {
        int failed = 0;
        start(waiting.next());
        while (true) {
            Optional<Result> result = waiting.hasNext()
                    ? Optional.ofNullable(results.poll(STAGGER.toMillis(), TimeUnit.MILLISECONDS))
                    : Optional.of(results.take());
            if (result.isPresent() && result.get().transport().isPresent()) {
                return new Winner(result.get().server(), result.get().transport().get());
            }
            if (result.isPresent() && ++failed == count) {
                result.get().orFail();
            }
            if (waiting.hasNext()) {
                start(waiting.next());
            }
        }
    }

    private void start(NextServer server) {
        Thread.ofVirtual().name("postern-connect").start(() -> {
            Result result = result(server);
            results.add(result);
            if (over.get()) {
                results.forEach(Race::closeLate);
            }
        });
    }

    private Result result(NextServer server) {
        try {
            return new Result(server, Optional.of(connecting.connect(server)), Optional.empty());
        } catch (IOException e) {
            return new Result(server, Optional.empty(), Optional.of(e));
        } catch (RuntimeException e) {
            return new Result(server, Optional.empty(), Optional.of(new IOException(e.getMessage(), e)));
        }
    }

    private static void closeLate(Result late) {
        late.transport().ifPresent(SocketTransport::close);
    }
}
