package org.postern.ra.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Version 1: one line, {@code PROXY TCP4 192.0.2.1 192.0.2.2 40000 25}. */
final class TextHeader {
    /** The longest line there can be, with its CRLF. */
    private static final int LONGEST = 107;
    private static final int PARTS = 6;
    private static final int MAX_PORT = 65_535;

    private TextHeader() {}

    static ProxyHeader rest(byte[] start, InputStream in) throws IOException {
        if (!new String(start, US_ASCII).startsWith("PROXY ")) {
            throw new NotAHeaderException("it does not begin like one");
        }
        return parse(line(start, in));
    }

    private static String line(byte[] start, InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST);
        line.writeBytes(start);
        int before = start[start.length - 1];
        int octet = before;
        while (before != '\r' || octet != '\n') {
            before = octet;
            octet = ProxyHeader.exactly(in, 1)[0];
            line.write(octet);
            if (line.size() > LONGEST) {
                throw new NotAHeaderException("longer than " + LONGEST + " octets");
            }
        }
        return line.toString(US_ASCII).substring(0, line.size() - 2);
    }

    private static ProxyHeader parse(String line) throws IOException {
        if (line.equals("PROXY UNKNOWN") || line.startsWith("PROXY UNKNOWN ")) {
            return ProxyHeader.OF_ITS_OWN;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS) {
            throw new NotAHeaderException("it has " + parts.length + " parts");
        }
        boolean v6 = isV6(parts[1]);
        return ProxyHeader.of(address(v6, parts[2], parts[4]), address(v6, parts[3], parts[5]));
    }

    private static boolean isV6(String protocol) throws IOException {
        return switch (protocol) {
            case "TCP4" -> false;
            case "TCP6" -> true;
            default -> throw new NotAHeaderException("the protocol is not known");
        };
    }

    private static InetSocketAddress address(boolean v6, String host, String port) throws IOException {
        boolean plausible = v6 ? host.indexOf(':') >= 0 : host.chars().filter(c -> c == '.').count() == 3;
        if (!plausible) {
            throw new NotAHeaderException("an address is not one of its family");
        }
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(host), port(port));
        } catch (IllegalArgumentException e) {
            throw new NotAHeaderException("an address is not one");
        }
    }

    private static int port(String text) throws IOException {
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(text) : -1;
        if (port < 0 || port > MAX_PORT) {
            throw new NotAHeaderException("a port is not one");
        }
        return port;
    }
}
