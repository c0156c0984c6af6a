package org.postern.it.conformance;

import java.nio.ByteBuffer;

/** The first octets of a TLS client that no longer exists in Java (RFC 5246, 7.4.1.2). */
final class ClientHello {
    private static final int BODY = 2 + 32 + 1 + 2 + 4 + 2;

    private ClientHello() {}

    /** {@return a ClientHello that offers no later version than this one} */
    static byte[] of(int major, int minor) {
        ByteBuffer octets = ByteBuffer.allocate(5 + 4 + BODY);
        octets.put((byte) 22).put((byte) 3).put((byte) 1).putShort((short) (4 + BODY));
        octets.put((byte) 1).put((byte) 0).putShort((short) BODY);
        octets.put((byte) major).put((byte) minor).put(new byte[32]).put((byte) 0);
        octets.putShort((short) 4).putShort((short) 0xc013).putShort((short) 0x002f);
        return octets.put((byte) 1).put((byte) 0).array();
    }
}
