package org.postern.net.dns;

import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * The DNS servers that are asked.
 *
 * @param servers asked in this order; none: the system's
 * @param timeout how long to wait for each answer; a question as a whole is given up after three times that
 */
public record NameServers(List<InetSocketAddress> servers, Duration timeout) {
    private static final int TRIES = 2;

    public NameServers {
        servers = List.copyOf(servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers);
    }

    /** {@return who asks them} */
    Resolver resolver() {
        BlockingDnsClient client = new BlockingDnsClient();
        ExtendedResolver resolver = new ExtendedResolver(
                servers.stream().map(server -> resolver(server, client)).toArray(Resolver[]::new));
        resolver.setTimeout(timeout.multipliedBy(3));
        resolver.setRetries(TRIES);
        return resolver;
    }

    private Resolver resolver(InetSocketAddress server, BlockingDnsClient client) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setIoClientFactory(client);
        resolver.setTimeout(timeout);
        return resolver;
    }
}
