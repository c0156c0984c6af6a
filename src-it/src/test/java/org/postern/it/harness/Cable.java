package org.postern.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one that connects and a port of 127.0.0.1. While it is cut, nothing passes, and nobody is told: connections stay open and silent. */
public final class Cable implements AutoCloseable {
    private final ServerSocket socket;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private boolean isCut;

    private Cable(ServerSocket socket, int target) {
        this.socket = socket;
        this.target = target;
    }

    /** {@return one to this port, whether or not somebody listens there already} */
    public static Cable to(int target) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()));
            Cable cable = new Cable(socket, target);
            Thread.ofVirtual().name("cable-" + target).start(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the port of its near end} */
    public int port() {
        return socket.getLocalPort();
    }

    /** Nothing passes from now on. */
    public synchronized void cut() {
        isCut = true;
    }

    /** All passes again, what waited meanwhile first. */
    public synchronized void mend() {
        isCut = false;
        notifyAll();
    }

    private synchronized void awaitWhole() throws InterruptedException {
        while (isCut) {
            wait();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket near = socket.accept();
                open.add(near);
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                // the loop sees to it
            }
        }
    }

    private void connect(Socket near) {
        try {
            awaitWhole();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(far);
            Thread.ofVirtual().start(() -> carry(near, far));
            carry(far, near);
        } catch (IOException | InterruptedException nobody) {
            close(near);
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[1 << 16];
            int length = in.read(part);
            while (length >= 0) {
                awaitWhole();
                out.write(part, 0, length);
                length = in.read(part);
            }
            awaitWhole();
        } catch (IOException | InterruptedException ended) {
            // so does the other end
        }
        close(from);
        close(to);
    }

    private void close(Socket one) {
        open.remove(one);
        try {
            one.close();
        } catch (IOException closed) {
            // it is gone
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mend();
        open.forEach(this::close);
    }
}
