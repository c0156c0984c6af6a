package org.postern.it.strangers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A next hop that says yes to everything, keeps nothing, and takes its time over each RCPT. */
final class NextHop implements AutoCloseable {
    private final int port;
    private final List<ServerSocket> listeners = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Duration thought;
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger recipients = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();

    /**
     * @param addresses of loopback
     * @param thought how long it takes over each RCPT
     */
    NextHop(List<String> addresses, int port, Duration thought) throws IOException {
        this.port = port;
        this.thought = thought;
        for (String address : addresses) {
            ServerSocket listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port), 500);
            listeners.add(listener);
            Thread.ofVirtual().name("next-hop-" + address).start(() -> accept(listener));
        }
    }

    int port() {
        return port;
    }

    private void accept(ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                most.accumulateAndGet(open.size(), Math::max);
                Thread.ofVirtual().name("next-hop-session").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            say(out, "220 next.example");
            boolean content = false;
            String line = in.readLine();
            while (line != null) {
                if (!content || line.equals(".")) {
                    content = line.equals("DATA");
                    answer(out, line);
                }
                line = in.readLine();
            }
        } catch (IOException gone) {
            // the gateway has given up, or we have
        } finally {
            open.remove(socket);
        }
    }

    private void answer(OutputStream out, String line) throws IOException {
        if (line.startsWith("RCPT")) {
            LockSupport.parkNanos(thought.toNanos());
            recipients.incrementAndGet();
        } else if (line.equals(".")) {
            messages.incrementAndGet();
        }
        say(out, line.equals("DATA") ? "354 go on" : "250 well");
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    /** {@return what it saw so far} */
    String seen() {
        return "%,d sessions at a time at most, %,d recipients, %,d messages".formatted(most.get(), recipients.get(),
                messages.get());
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket listener : listeners) {
            listener.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
