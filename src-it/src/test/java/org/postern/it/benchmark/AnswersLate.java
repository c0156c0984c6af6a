package org.postern.it.benchmark;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A next hop that takes every message, but thinks about each of them for long before it says so. */
final class AnswersLate implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket();
    private final Duration thought;
    private final AtomicInteger begun = new AtomicInteger();

    AnswersLate(String host, int port, Duration thought) throws IOException {
        this.thought = thought;
        listener.bind(new InetSocketAddress(InetAddress.ofLiteral(host), port), 500);
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            say(out, "220 late.example");
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
        }
    }

    private void answer(OutputStream out, String line) throws IOException {
        if (line.equals(".")) {
            begun.incrementAndGet();
            LockSupport.parkNanos(thought.toNanos());
        }
        say(out, line.equals("DATA") ? "354 go on" : "250 well");
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    /** {@return how many messages it has got} */
    int begun() {
        return begun.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
