package org.postern.cli.broker;

import org.postern.cli.client.Trouble;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a broker listens.
 *
 * @param host name or IP address, without brackets
 * @param port 1 to 65535
 */
record BrokerAddress(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
    private static final int PORT = 61_616;
    private static final int MAX_PORT = 65_535;

    /** {@return the address in this text: {@code host}, {@code host:port} or {@code [v6]:port}} */
    static BrokerAddress parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw Trouble.usage(text + ": say host:port");
        }
        int port = parts.group(2) == null ? PORT : Integer.parseInt(parts.group(2));
        if (port < 1 || port > MAX_PORT) {
            throw Trouble.usage(text + ": a port is 1 to " + MAX_PORT);
        }
        return new BrokerAddress(parts.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    /** {@return those in a text that separates them by commas; none in an empty one} */
    static List<BrokerAddress> list(String text) {
        return text.isBlank() ? List.of() : Arrays.stream(text.split(",", -1)).map(BrokerAddress::parse).toList();
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
