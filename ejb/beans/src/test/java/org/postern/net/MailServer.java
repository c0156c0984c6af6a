package org.postern.net;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server on loopback that says yes to everything, and keeps what it heard, a list for each connection. */
final class MailServer implements Closeable {
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final List<List<String>> connections = new CopyOnWriteArrayList<>();
    final CountDownLatch farewell = new CountDownLatch(1);

    MailServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                List<String> heard = new CopyOnWriteArrayList<>();
                connections.add(heard);
                Thread.ofVirtual().start(() -> serve(socket, heard));
            }
        } catch (IOException closed) {
            listener.isClosed();
        }
    }

    private void serve(Socket socket, List<String> heard) {
        try (socket) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            say(out, "220 mx.example.net");
            boolean inContent = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (!inContent || line.equals(".")) {
                    inContent = line.equals("DATA");
                    say(out, answer(line));
                }
                if (line.equals("QUIT")) {
                    farewell.countDown();
                    return;
                }
            }
        } catch (IOException gone) {
            heard.add("(gone)");
        }
    }

    private static String answer(String line) {
        if (line.startsWith("EHLO")) {
            return "250-mx.example.net\r\n250 PIPELINING";
        }
        return line.equals("DATA") ? "354 go" : line.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Closes every connection, as a server does that is tired of waiting. */
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        hangUp();
    }
}
