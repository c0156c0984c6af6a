package org.postern.config.rule;

import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;

/** Where a scanner listens. */
public sealed interface ScannerAddress {
    /** By TCP. Text form {@code host:port}, {@code [v6]:port}. */
    record Tcp(HostPort host) implements ScannerAddress {
        @Override
        public String toString() {
            return HostPort.text(host.host(), host.port());
        }
    }

    /** By a socket in the file system of this machine. Text form {@code unix:/path}, the path of at most {@value #LONGEST_PATH} octets. */
    record Local(UnixDomainSocketAddress socket) implements ScannerAddress {
        /** As Linux has it (unix(7)), less the octet that ends it. */
        public static final int LONGEST_PATH = 107;

        public Local {
            if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
                throw new IllegalArgumentException("the path of a socket has at most " + LONGEST_PATH + " octets");
            }
        }

        @Override
        public String toString() {
            return "unix:" + socket;
        }
    }

    /**
     * {@return the address with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ScannerAddress parse(String text) {
        if (text.startsWith("unix:/")) {
            return new Local(UnixDomainSocketAddress.of(text.substring("unix:".length())));
        }
        try {
            return new Tcp(HostPort.parse(text, 0)); // there is no port that all kinds would have
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("host:port or unix:/path, not " + text + ": " + e.getMessage(), e);
        }
    }
}
