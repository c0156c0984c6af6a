package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A next hop that takes connections and says nothing on them, until it is closed and drops them all. */
public final class SilentServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens there at once. */
    public SilentServer(String host, int port) throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.ofLiteral(host), port), 500);
        Thread.ofVirtual().name("silent").start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                open.add(listener.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** {@return how many connections wait for its greeting, or have given up} */
    public int connections() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
