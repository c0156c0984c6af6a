package org.postern.net.dns;

import org.xbill.DNS.Message;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a name server on the caller's thread. The library's own client keeps a selector thread, which outlives an undeployed
 * application. Each question has a socket of its own, and so a port of its own that nobody can guess (RFC 5452, 9.2).
 */
final class BlockingDnsClient implements IoClientFactory, UdpIoClient, TcpIoClient {
    private static final int ID_OCTETS = 2;
    private static final int LENGTH_OCTETS = 2;

    @Override
    public UdpIoClient createOrGetUdpClient() {
        return this;
    }

    @Override
    public TcpIoClient createOrGetTcpClient() {
        return this;
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceiveUdp(InetSocketAddress local, InetSocketAddress server,
            Message query, byte[] question, int maxOctets, Duration timeout) {
        try (DatagramSocket socket = new DatagramSocket(Optional.ofNullable(local).orElse(new InetSocketAddress(0)))) {
            socket.connect(server);
            socket.send(new DatagramPacket(question, question.length));
            return CompletableFuture.completedFuture(answer(socket, question, maxOctets, timeout));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** {@return the first datagram with the question's id; others are forged, or late} */
    private static byte[] answer(DatagramSocket socket, byte[] question, int maxOctets, Duration timeout)
            throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        DatagramPacket packet = new DatagramPacket(new byte[maxOctets], maxOctets);
        do {
            socket.setSoTimeout(millisUntil(end));
            packet.setLength(maxOctets);
            socket.receive(packet);
        } while (packet.getLength() < ID_OCTETS
                || !Arrays.equals(packet.getData(), 0, ID_OCTETS, question, 0, ID_OCTETS));
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceiveTcp(InetSocketAddress local, InetSocketAddress server,
            Message query, byte[] question, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        try (Socket socket = new Socket()) {
            socket.bind(local);
            socket.connect(server, millisUntil(end));
            OutputStream out = socket.getOutputStream();
            out.write(ByteBuffer.allocate(LENGTH_OCTETS + question.length)
                    .putShort((short) question.length)
                    .put(question)
                    .array());
            byte[] length = read(socket, LENGTH_OCTETS, end);
            return CompletableFuture
                    .completedFuture(read(socket, Short.toUnsignedInt(ByteBuffer.wrap(length).getShort()), end));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** {@return so many octets, which have to be there in time, however they come} */
    private static byte[] read(Socket socket, int count, long end) throws IOException {
        byte[] octets = new byte[count];
        int have = 0;
        while (have < count) {
            socket.setSoTimeout(millisUntil(end));
            int more = socket.getInputStream().read(octets, have, count - have);
            if (more < 0) {
                throw new EOFException("the answer ends too early");
            }
            have += more;
        }
        return octets;
    }

    private static int millisUntil(long end) throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
