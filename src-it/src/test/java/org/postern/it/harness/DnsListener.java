package org.postern.it.harness;

import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The two sockets of a {@link TestDns}, on the same port (RFC 1035, 4.2). */
final class DnsListener implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final int PLAIN_UDP = 512;

    private final DnsZone zone;
    private final Duration thought;
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    /**
     * @param address its port is 0 for any that is free
     * @param thought how long each answer takes
     */
    DnsListener(InetSocketAddress address, DnsZone zone, Duration thought) throws IOException {
        this.zone = zone;
        this.thought = thought;
        Pair pair = bind(address);
        tcp = pair.tcp;
        udp = pair.udp;
        Thread.ofVirtual().name("dns-tcp").start(this::acceptConnections);
        Thread.ofPlatform().daemon().name("dns-udp").start(this::receivePackets);
    }

    private record Pair(ServerSocket tcp, DatagramSocket udp) {}

    private static Pair bind(InetSocketAddress address) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ServerSocket tcp = new ServerSocket(address.getPort(), 50, address.getAddress());
            try {
                return new Pair(tcp, new DatagramSocket(tcp.getLocalPort(), address.getAddress()));
            } catch (BindException taken) {
                tcp.close();
            }
        }
        throw new BindException("no port free for both UDP and TCP");
    }

    String address() {
        return tcp.getInetAddress().getHostAddress() + ":" + tcp.getLocalPort();
    }

    private void receivePackets() {
        byte[] octets = new byte[4096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(octets, octets.length);
                udp.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (thought.isZero()) {
                    answer(query, packet.getSocketAddress());
                } else {
                    Thread.ofVirtual().name("dns-thought").start(() -> answerLate(query, packet.getSocketAddress()));
                }
            } catch (IOException broken) {
                // a packet that is no question gets no answer; a closed socket ends the loop
            }
        }
    }

    private void answer(Message query, SocketAddress asker) throws IOException {
        Optional<Message> answer = zone.answer(query);
        if (answer.isPresent()) {
            byte[] wire = answer.get().toWire(limit(query));
            udp.send(new DatagramPacket(wire, wire.length, asker));
        }
    }

    private void answerLate(Message query, SocketAddress asker) {
        LockSupport.parkNanos(thought.toNanos());
        try {
            answer(query, asker);
        } catch (IOException closed) {
            // nobody waits for it any more
        }
    }

    private static int limit(Message query) {
        OPTRecord extension = query.getOPT();
        return extension == null ? PLAIN_UDP : Math.max(PLAIN_UDP, extension.getPayloadSize());
    }

    private void acceptConnections() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                Thread.ofVirtual().name("dns-connection").start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(connection.getInputStream());
                DataOutputStream out = new DataOutputStream(connection.getOutputStream())) {
            while (true) {
                Optional<Message> answer = zone.answer(new Message(in.readNBytes(in.readUnsignedShort())));
                if (answer.isPresent()) {
                    byte[] wire = answer.get().toWire();
                    out.writeShort(wire.length);
                    out.write(wire);
                }
            }
        } catch (IOException gone) {
            // the client has left
        }
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException ignored) {
            // nothing is left to be done with it
        }
    }
}
