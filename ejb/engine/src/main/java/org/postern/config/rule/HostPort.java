package org.postern.config.rule;

import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * A host and a port.
 *
 * @param host a name in lower case or an address, without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
    private static final Sentence.Form NO_HOST = Sentence.form("notAHost",
            "not a host: {0}");
    private static final Sentence.Form NO_PORT = Sentence.form("notAPort",
            "a port is 1 to 65535, not {0}");
    private static final Sentence.Form NEITHER = Sentence.form("notHostPort",
            "not host:port: {0}");
    private static final int MAX_HOST = 255;

    public HostPort {
        host = host.indexOf('%') < 0 ? host.toLowerCase(Locale.ROOT) : host;
        if (host.isEmpty() || host.length() > MAX_HOST || !host.chars().allMatch(HostPort::isOfHost)) {
            throw NO_HOST.refused(host);
        }
        if (port < 1 || port > 65_535) {
            throw NO_PORT.refused(Integer.toString(port));
        }
    }

    private static boolean isOfHost(int c) {
        return Character.isLetterOrDigit(c) || ".-_:%".indexOf(c) >= 0;
    }

    /** {@return the parts of {@code host}, {@code host:port}, {@code [v6]:port} or a bare IPv6 address} */
    public static HostPort parse(String text, int defaultPort) {
        int close = text.indexOf(']');
        if (text.startsWith("[") && close > 0) {
            return new HostPort(text.substring(1, close), port(text.substring(close + 1), defaultPort, text));
        }
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) > 0) {
            return new HostPort(text, defaultPort);
        }
        return new HostPort(text.substring(0, colon), port(text.substring(colon), defaultPort, text));
    }

    private static int port(String colonAndPort, int defaultPort, String text) {
        if (colonAndPort.isEmpty()) {
            return defaultPort;
        }
        try {
            if (colonAndPort.startsWith(":")) {
                return Integer.parseInt(colonAndPort.substring(1));
            }
        } catch (NumberFormatException e) {
            throw (RefusedException) NEITHER.refused(text).initCause(e);
        }
        throw NEITHER.refused(text);
    }

    /** {@return host and port as one text, an IPv6 address in brackets} */
    public static String text(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** {@return the socket address, the host being an IP address; never asks the DNS} */
    public InetSocketAddress literal() {
        return new InetSocketAddress(NetworkText.address(host), port);
    }
}
