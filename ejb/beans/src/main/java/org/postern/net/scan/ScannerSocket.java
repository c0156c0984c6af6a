package org.postern.net.scan;

import org.postern.config.rule.ScannerAddress;
import org.postern.sentence.Sentence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;

/**
 * A connection to a scanner, by TCP or by a socket in the file system, with one deadline for all that is sent and read, and for being
 * connected; an interrupt ends each wait. For one thread. A name is looked up as the system does it, in its time.
 */
final class ScannerSocket implements AutoCloseable {
    private static final int BUFFER = 8192;
    /** The most addresses of a name that are tried. */
    private static final int MOST_ADDRESSES = 4;
    private static final Sentence CLOSED = Sentence.form("itClosedTheConnection", "it closed the connection").with();
    private static final Sentence CUT_OFF = Sentence.form("itClosedInTheMiddle",
            "it closed the connection in the middle of an answer").with();
    private static final Sentence.Form TOO_LONG = Sentence.form("answerOfMoreThanXOctets",
            "an answer of more than {0} octets");

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Deadline deadline;
    private final ByteBuffer read = ByteBuffer.allocate(BUFFER).flip();
    private boolean ended;

    private ScannerSocket(SocketChannel channel, Selector selector, Deadline deadline) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.deadline = deadline;
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
    }

    /** {@return a connection to somebody who listens there} */
    static ScannerSocket connect(ScannerAddress address, Deadline deadline) throws ScannerFault, InterruptedException {
        ScannerFault last = new ScannerFault(ScannerFault.NO_ADDRESS.with(address.toString()));
        for (SocketAddress one : addresses(address)) {
            try {
                return connect(one, deadline);
            } catch (IOException refused) {
                last = new ScannerFault(ScannerFault.NO_CONNECTION.with(address.toString()), refused);
            }
        }
        throw last;
    }

    private static List<SocketAddress> addresses(ScannerAddress address) throws ScannerFault {
        return switch (address) {
            case ScannerAddress.Local local -> List.of(local.socket());
            case ScannerAddress.Tcp tcp -> {
                try {
                    yield Arrays.stream(InetAddress.getAllByName(tcp.host().host()))
                            .limit(MOST_ADDRESSES)
                            .<SocketAddress>map(one -> new InetSocketAddress(one, tcp.host().port()))
                            .toList();
                } catch (UnknownHostException nameless) {
                    throw new ScannerFault(ScannerFault.NO_ADDRESS.with(address.toString()), nameless);
                }
            }
        };
    }

    private static ScannerSocket connect(SocketAddress address, Deadline deadline)
            throws IOException, ScannerFault, InterruptedException {
        boolean local = address instanceof UnixDomainSocketAddress;
        SocketChannel channel = local ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        ScannerSocket socket;
        try {
            if (!local) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true); // else small packets wait 40 ms for each other
            }
            socket = new ScannerSocket(channel, Selector.open(), deadline);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        boolean connected = false;
        try {
            connected = channel.connect(address);
            while (!connected) {
                socket.await(SelectionKey.OP_CONNECT);
                connected = channel.finishConnect();
            }
            return socket;
        } finally {
            if (!connected) {
                socket.close();
            }
        }
    }

    private void await(int operations) throws IOException, ScannerFault, InterruptedException {
        key.interestOps(operations);
        do {
            long millis = deadline.millis();
            if (millis == 0) {
                throw new ScannerFault(ScannerFault.NOT_IN_TIME);
            }
            selector.select(millis);
            if (Thread.interrupted()) {
                throw new InterruptedException("the gateway is stopping");
            }
        } while (selector.selectedKeys().isEmpty());
        selector.selectedKeys().clear();
    }

    /** Sends all of this. */
    void send(byte[] octets, int offset, int length) throws ScannerFault, InterruptedException {
        try {
            ByteBuffer left = ByteBuffer.wrap(octets, offset, length);
            while (left.hasRemaining()) {
                if (channel.write(left) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
        } catch (IOException e) {
            throw new ScannerFault(CLOSED, e);
        }
    }

    /**
     * Sends all of this unless the other side has something to say meanwhile, or does not listen any more.
     *
     * @return whether all is sent; if not, an answer is to be read
     */
    boolean sendUnlessAnswered(byte[] octets, int offset, int length) throws ScannerFault, InterruptedException {
        ByteBuffer left = ByteBuffer.wrap(octets, offset, length);
        try {
            while (!isAnswered() && left.hasRemaining()) {
                if (channel.write(left) == 0) {
                    await(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
                }
            }
        } catch (IOException deaf) {
            return false;
        }
        return !left.hasRemaining();
    }

    private boolean isAnswered() {
        try {
            return ended || read.hasRemaining() || fill() != 0;
        } catch (IOException reset) {
            return true;
        }
    }

    /** {@return how many octets there are now; -1 if there will be none} */
    private int fill() throws IOException {
        read.clear();
        try {
            int count = channel.read(read);
            ended = count < 0;
            return count;
        } finally {
            read.flip();
        }
    }

    /** Says that no more will be sent. Who does not listen any more may have answered. */
    void endOutput() {
        closed(channel::shutdownOutput);
    }

    /** {@return the next octet} */
    int next() throws ScannerFault, InterruptedException {
        try {
            while (!read.hasRemaining()) {
                if (ended || fill() < 0) {
                    throw new ScannerFault(CUT_OFF);
                }
                if (!read.hasRemaining()) {
                    await(SelectionKey.OP_READ);
                }
            }
            return read.get() & 0xFF;
        } catch (IOException e) {
            throw new ScannerFault(CUT_OFF, e);
        }
    }

    /**
     * {@return what comes before this octet, which is passed over}
     *
     * @param most octets before it
     */
    byte[] until(int end, int most) throws ScannerFault, InterruptedException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int octet = next(); octet != end; octet = next()) {
            if (octets.size() == most) {
                throw new ScannerFault(TOO_LONG.with(String.valueOf(most)));
            }
            octets.write(octet);
        }
        return octets.toByteArray();
    }

    /** {@return the next so many octets} */
    byte[] exactly(int length) throws ScannerFault, InterruptedException {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) next();
        }
        return octets;
    }

    @Override
    public void close() {
        closed(channel::close);
        closed(selector::close);
    }

    private interface Closing {
        void close() throws IOException;
    }

    private static void closed(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            // It is closed as far as we are concerned; there is nobody to tell.
            Thread.onSpinWait();
        }
    }
}
