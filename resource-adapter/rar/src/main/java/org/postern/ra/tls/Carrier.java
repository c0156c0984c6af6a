package org.postern.ra.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/**
 * An accepted connection as TLS sees it. When we end its input ourselves, to wake the thread that reads, TLS is told of a time-out:
 * it would take an end for a broken connection and refuse to write the last reply. What comes behind the end is none of its business.
 */
final class Carrier extends Socket {
    private final Socket connection;
    private final InputStream in;

    Carrier(Socket connection, BooleanSupplier woken) throws IOException {
        this.connection = connection;
        this.in = new FilterInputStream(connection.getInputStream()) {
            @Override
            public int read() throws IOException {
                return told(super.read());
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return told(super.read(target, offset, length));
            }

            /** Asked by TLS when it ends, which then skips all of them, for as long as more come. */
            @Override
            public int available() {
                return 0;
            }

            private int told(int result) throws SocketTimeoutException {
                if (result < 0 && woken.getAsBoolean()) {
                    throw new SocketTimeoutException("woken");
                }
                return result;
            }
        };
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connection.getOutputStream();
    }

    @Override
    public boolean isConnected() {
        return connection.isConnected();
    }

    @Override
    public boolean isBound() {
        return connection.isBound();
    }

    @Override
    public boolean isClosed() {
        return connection.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return connection.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return connection.isOutputShutdown();
    }

    /** Leaves the input open: whoever has accepted the connection drops what still comes. */
    @Override
    public void shutdownInput() {}

    @Override
    public void shutdownOutput() throws IOException {
        connection.shutdownOutput();
    }

    @Override
    public InetAddress getInetAddress() {
        return connection.getInetAddress();
    }

    @Override
    public int getPort() {
        return connection.getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return connection.getRemoteSocketAddress();
    }

    @Override
    public int getSoLinger() throws java.net.SocketException {
        return connection.getSoLinger();
    }

    @Override
    public int getSoTimeout() throws java.net.SocketException {
        return connection.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int milliseconds) throws java.net.SocketException {
        connection.setSoTimeout(milliseconds);
    }

    /** Ends our side: whoever has accepted the connection closes it, once what was written last has arrived. */
    @Override
    public void close() throws IOException {
        if (!connection.isClosed() && !connection.isOutputShutdown()) {
            connection.shutdownOutput();
        }
    }
}
