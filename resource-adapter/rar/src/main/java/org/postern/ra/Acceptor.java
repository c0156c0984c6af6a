package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Holds one port: binds it, hands over each connection, gives it back on {@link #close}. A port that cannot be had is
 * logged and tried again for as long as it takes; nothing here throws because of one.
 */
final class Acceptor {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration FREEING = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private final String name;
    private final ListenerSettings.Address address;
    private final Consumer<Socket> taker;
    private final Interval interval;
    private final Thread thread;
    private volatile Optional<ServerSocket> bound = Optional.empty();
    private volatile String lastError = "";
    private volatile boolean closed;
    private Duration retry = FIRST_RETRY;

    /**
     * @param taker is given each connection on the acceptor's thread, and must be quick
     * @param interval waits between two tries
     */
    Acceptor(String name, ListenerSettings.Address address, Consumer<Socket> taker, Interval interval) {
        this.name = name;
        this.address = address;
        this.taker = taker;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("smtp-" + name + "-acceptor").unstarted(this::run);
    }

    /** Tries to take the port once before it returns, and goes on in the background. */
    void start() {
        bind();
        thread.start();
    }

    private void run() {
        while (bound.isEmpty() && interval.await(retry)) {
            retry = longer(retry);
            bind();
        }
        bound.ifPresent(this::acceptFrom);
    }

    private static Duration longer(Duration retry) {
        Duration twice = retry.multipliedBy(2);
        return twice.compareTo(LAST_RETRY) < 0 ? twice : LAST_RETRY;
    }

    private synchronized void bind() {
        if (closed) {
            return;
        }
        try {
            ServerSocket socket = open();
            bound = Optional.of(socket);
            lastError = "";
            LOG.open(name, socket.getInetAddress().getHostAddress(), socket.getLocalPort());
        } catch (IOException e) {
            lastError = e.toString();
            LOG.cannotBind(name, address.toString(), e.toString(), retry.toSeconds());
        }
    }

    private ServerSocket open() throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            int port = address.port() == ListenerSettings.ANY_FREE ? 0 : address.port();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address.bind()), port), address.backlog());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void acceptFrom(ServerSocket socket) {
        boolean goOn = true;
        while (goOn) {
            try {
                hand(socket.accept());
            } catch (IOException e) {
                goOn = afterFailure(e);
            }
        }
    }

    /** One connection that cannot be served must not cost all others. */
    private void hand(Socket connection) throws IOException {
        try {
            taker.accept(connection);
        } catch (Throwable e) {
            LOG.connectionNotServed(name, e);
            connection.close();
        }
    }

    /** {@return whether there is more to accept} */
    private boolean afterFailure(IOException reason) {
        if (closed) {
            return false;
        }
        LOG.cannotAccept(name, reason.toString(), FIRST_RETRY.toSeconds());
        return interval.await(FIRST_RETRY);
    }

    /**
     * Frees the port, and returns when it is free.
     *
     * @return whether it was held; false when this is called again
     */
    boolean close() {
        boolean held = release();
        interval.end();
        try {
            // The thread that accepts gives the port back; until then it cannot be bound again.
            if (!thread.join(FREEING)) {
                LOG.portNotFreed(name, address.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return held;
    }

    private synchronized boolean release() {
        boolean held = bound.isPresent();
        closed = true;
        bound.ifPresent(Acceptor::closeQuietly);
        bound = Optional.empty();
        return held;
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debugf(e, "A listening socket could not be closed");
        }
    }

    /** {@return the port in use, while there is one} */
    OptionalInt port() {
        return bound.stream().mapToInt(ServerSocket::getLocalPort).findFirst();
    }

    /** {@return why the port could not be had the last time; empty when it could} */
    String lastError() {
        return lastError;
    }
}
