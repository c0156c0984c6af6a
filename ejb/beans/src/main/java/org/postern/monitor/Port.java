package org.postern.monitor;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import org.xnio.Options;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A port that speaks HTTP, and is bounded whoever comes: in connections, in what they send, and in the time they take. */
final class Port implements AutoCloseable {
    /** So many at a time; others wait until one has ended. */
    static final int CONNECTIONS = 50;
    private static final int HEADER = 8192;
    private static final int HEADERS = 50;
    private static final int TOLD_AT_ONCE = 2;
    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();
    private static final int IDLE = (int) Duration.ofMinutes(2).toMillis();

    private final Undertow server;

    private Port(Undertow server) {
        this.server = server;
    }

    /**
     * {@return a port that is open}
     *
     * @throws IOException when nobody can listen there
     */
    static Port open(InetSocketAddress address, HttpHandler pages) throws IOException {
        if (address.isUnresolved()) {
            throw new IOException("nobody knows the host " + address.getHostString());
        }
        Undertow server = Undertow.builder()
                .addHttpListener(address.getPort(), address.getAddress().getHostAddress(), pages)
                .setIoThreads(1)
                .setWorkerThreads(TOLD_AT_ONCE)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, CONNECTIONS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, PATIENCE)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER)
                .setServerOption(UndertowOptions.MAX_HEADERS, HEADERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) HEADER)
                .build();
        try {
            server.start();
            return new Port(server);
        } catch (RuntimeException e) {
            server.stop();
            throw new IOException(e.getCause() instanceof IOException why ? why.getMessage() : e.getMessage(), e);
        }
    }

    /** {@return where it listens} */
    InetSocketAddress address() {
        return (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    }

    @Override
    public void close() {
        server.stop();
    }
}
