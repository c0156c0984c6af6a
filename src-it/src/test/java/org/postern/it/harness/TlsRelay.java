package org.postern.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/** Ends TLS in front of a port of this machine, as a proxy does that hands on octets. */
public final class TlsRelay implements AutoCloseable {
    private final ServerSocket server;
    private final int target;

    private TlsRelay(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** {@return one that shows this pair of keys} */
    public static TlsRelay to(int target, Path keys) {
        try {
            ServerSocket server = KeyFiles.context(keys)
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            TlsRelay relay = new TlsRelay(server, target);
            Thread.startVirtualThread(relay::serve);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Socket behind = new Socket(InetAddress.ofLiteral("127.0.0.1"), target);
                Thread.startVirtualThread(() -> copy(client, behind));
                Thread.startVirtualThread(() -> copy(behind, client));
            }
        } catch (IOException closed) {
            // nobody comes any more
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // by the other one
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
