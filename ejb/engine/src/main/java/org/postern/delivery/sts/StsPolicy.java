package org.postern.delivery.sts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The policy of a domain (RFC 8461, 3.2).
 *
 * @param mode how much it counts
 * @param hosts patterns of its MX hosts in lower case, {@code mx.example.org} or {@code *.example.org}; none where the mode is none
 * @param maxAge how long it may be remembered; at most a year
 */
public record StsPolicy(Mode mode, List<String> hosts, Duration maxAge) {
    /** The longest that a policy counts. */
    public static final Duration LONGEST = Duration.ofHours(8766);
    private static final int ID_OCTETS = 16;

    public StsPolicy {
        hosts = List.copyOf(hosts);
        maxAge = maxAge.compareTo(LONGEST) > 0 ? LONGEST : maxAge;
        if (mode != Mode.NONE && hosts.isEmpty()) {
            throw new IllegalArgumentException("a policy without a host to send to");
        }
    }

    /** How much a policy counts. */
    public enum Mode {
        ENFORCE, TESTING, NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return whether it names this host; an asterisk stands for exactly one label (RFC 8461, 4.1)} */
    public boolean names(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return hosts.contains(name) || (dot > 0 && hosts.contains("*" + name.substring(dot)));
    }

    /** {@return the file that a domain publishes it by (RFC 8461, 3.2)} */
    public String file() {
        StringBuilder file = new StringBuilder("version: STSv1\r\nmode: ").append(mode.word()).append("\r\n");
        hosts.forEach(host -> file.append("mx: ").append(host).append("\r\n"));
        return file.append("max_age: ").append(maxAge.toSeconds()).append("\r\n").toString();
    }

    /** {@return what it is known by (RFC 8461, 3.1): 32 letters and digits that are others for any other policy} */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, ID_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return its lines, as reports show them} */
    public List<String> lines() {
        return List.of("version: STSv1", "mode: " + mode.word(), "max_age: " + maxAge.toSeconds());
    }
}
