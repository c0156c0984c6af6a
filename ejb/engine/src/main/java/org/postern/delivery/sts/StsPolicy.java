package org.postern.delivery.sts;

import java.time.Duration;
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

    /** {@return its lines, as reports show them} */
    public List<String> lines() {
        return List.of("version: STSv1", "mode: " + mode.word(), "max_age: " + maxAge.toSeconds());
    }
}
