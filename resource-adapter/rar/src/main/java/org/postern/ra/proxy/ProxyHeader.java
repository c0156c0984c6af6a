package org.postern.ra.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the header says. Both are empty for a connection of the proxy's own, such as a health check.
 *
 * @param client who speaks by way of the proxy
 * @param local where the client believes to be connected to
 */
public record ProxyHeader(Optional<InetSocketAddress> client, Optional<InetSocketAddress> local) {
    static final ProxyHeader OF_ITS_OWN = new ProxyHeader(Optional.empty(), Optional.empty());

    /** As many as tell the versions apart, and no header is shorter. */
    private static final int FIRST_OCTETS = 12;

    static ProxyHeader of(InetSocketAddress client, InetSocketAddress local) {
        return new ProxyHeader(Optional.of(client), Optional.of(local));
    }

    /**
     * Reads one header, and not an octet of what follows.
     *
     * @throws IOException when what comes is no header, or a longer one than is taken
     */
    public static ProxyHeader read(InputStream in) throws IOException {
        byte[] start = exactly(in, FIRST_OCTETS);
        return Arrays.equals(start, BinaryHeader.SIGNATURE) ? BinaryHeader.rest(in) : TextHeader.rest(start, in);
    }

    static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] octets = in.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException("the connection ended within a PROXY header");
        }
        return octets;
    }
}
