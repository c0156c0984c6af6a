package org.postern.net.dns;

import org.xbill.DNS.Message;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

import java.io.DataInputStream;
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
            out.write(ByteBuffer.allocate(ID_OCTETS + question.length)
                    .putShort((short) question.length)
                    .put(question)
                    .array());
            socket.setSoTimeout(millisUntil(end));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return CompletableFuture.completedFuture(answer);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static int millisUntil(long end) throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
