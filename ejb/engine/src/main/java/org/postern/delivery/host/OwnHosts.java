package org.postern.delivery.host;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What this gateway is called, and where it listens for mail from the world: a message is never handed to itself. */
public final class OwnHosts {
    private final Set<String> names;
    private final Predicate<InetAddress> addresses;

    /**
     * @param names its name, and those of gateways that stand for it, in any spelling
     * @param addresses under which servers of other domains reach it
     */
    public OwnHosts(Collection<String> names, Predicate<InetAddress> addresses) {
        this.names = names.stream().map(OwnHosts::key).collect(Collectors.toUnmodifiableSet());
        this.addresses = addresses;
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    boolean isNamed(String host) {
        return names.contains(key(host));
    }

    boolean isAt(InetAddress address) {
        return addresses.test(address);
    }
}
