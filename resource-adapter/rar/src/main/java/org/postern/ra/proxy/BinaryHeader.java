package org.postern.ra.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Version 2: a signature, four octets, the addresses, and more that is read and not used. */
final class BinaryHeader {
    static final byte[] SIGNATURE = {0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a};

    /** Addresses, and room for what a proxy may tell of the TLS it has ended. */
    private static final int LONGEST = 4_096;
    private static final int VERSION_2 = 0x20;
    private static final int LOCAL = 0;
    private static final int PROXY = 1;
    private static final int UNSPECIFIED = 0x00;
    private static final int TCP_IPV4 = 0x11;
    private static final int TCP_IPV6 = 0x21;

    private BinaryHeader() {}

    static ProxyHeader rest(InputStream in) throws IOException {
        ByteBuffer fixed = ByteBuffer.wrap(ProxyHeader.exactly(in, 4));
        int versionAndCommand = fixed.get() & 0xff;
        int family = fixed.get() & 0xff;
        int length = fixed.getShort() & 0xffff;
        if ((versionAndCommand & 0xf0) != VERSION_2) {
            throw new NotAHeaderException("the version is not known");
        }
        if (length > LONGEST) {
            throw new NotAHeaderException("longer than " + LONGEST + " octets");
        }
        ByteBuffer rest = ByteBuffer.wrap(ProxyHeader.exactly(in, length));
        return switch (versionAndCommand & 0x0f) {
            case LOCAL -> ProxyHeader.OF_ITS_OWN;
            case PROXY -> proxied(family, rest);
            default -> throw new NotAHeaderException("the command is not known");
        };
    }

    private static ProxyHeader proxied(int family, ByteBuffer rest) throws IOException {
        return switch (family) {
            case UNSPECIFIED -> ProxyHeader.OF_ITS_OWN;
            case TCP_IPV4 -> addresses(rest, 4);
            case TCP_IPV6 -> addresses(rest, 16);
            default -> throw new NotAHeaderException("the address family is not known");
        };
    }

    private static ProxyHeader addresses(ByteBuffer rest, int octets) throws IOException {
        if (rest.remaining() < 2 * (octets + 2)) {
            throw new NotAHeaderException("the addresses are cut short");
        }
        InetAddress client = address(rest, octets);
        InetAddress local = address(rest, octets);
        return ProxyHeader.of(new InetSocketAddress(client, rest.getShort() & 0xffff),
                new InetSocketAddress(local, rest.getShort() & 0xffff));
    }

    private static InetAddress address(ByteBuffer rest, int octets) throws IOException {
        byte[] address = new byte[octets];
        rest.get(address);
        return InetAddress.getByAddress(address);
    }
}
