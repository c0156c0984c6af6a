package org.postern.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An HTTP proxy on loopback that is itself all the hosts it connects to: each shows its certificate and has one text to give. */
public final class PolicyHosts implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    private record Host(SSLContext keys, String text) {}

    private PolicyHosts() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().name("policy-hosts").start(this::accept);
    }

    /** {@return a proxy on a free port} */
    public static PolicyHosts start() {
        try {
            return new PolicyHosts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where it listens} */
    public String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** From now on this host says this. */
    public PolicyHosts says(String host, Path keys, String text) {
        hosts.put(host, new Host(KeyFiles.context(keys), text));
        return this;
    }

    /** {@return how many texts were given} */
    public int asked() {
        return asked.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                Thread.ofVirtual().name("policy-host").start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String line = head(connection);
            String name = line.substring(line.indexOf(' ') + 1, line.indexOf(':'));
            say(connection, "HTTP/1.1 200 Connected\r\n\r\n");
            Host host = hosts.get(name);
            SSLSocket tls = (SSLSocket) host.keys().getSocketFactory().createSocket(connection, null, true);
            tls.startHandshake();
            head(tls);
            asked.incrementAndGet();
            say(tls, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + host.text().length()
                    + "\r\nConnection: close\r\n\r\n" + host.text());
            tls.close();
        } catch (IOException gone) {
            // the client did not like what it saw
        }
    }

    /** Reads octet by octet, since what comes behind may be a handshake. */
    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the client is gone");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
