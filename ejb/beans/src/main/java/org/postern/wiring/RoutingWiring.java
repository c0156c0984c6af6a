package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.GatewayName;
import org.postern.config.ReceiverSettings;
import org.postern.config.Settings;
import org.postern.config.file.Configuration;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.HostSettings;
import org.postern.delivery.host.OwnHosts;
import org.postern.dns.MailDns;
import org.postern.net.OwnAddresses;
import org.postern.network.Network;
import org.postern.network.Networks;
import org.postern.routing.Forecast;
import org.postern.routing.LiveRouting;
import org.postern.routing.Router;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingSettings;
import org.postern.routing.Subaddress;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where mail goes. */
@ApplicationScoped
public class RoutingWiring {
    @Produces
    @Singleton
    HostFinder hosts(Settings settings, OwnHosts own, MailDns dns, RandomGenerator random, HostHealth health) {
        return new HostFinder(dns, random, health,
                new HostFinder.Settings(own, settings.get(HostSettings.PORT),
                        settings.get(HostSettings.SERVERS)));
    }

    @Produces
    @Singleton
    HostHealth health(Settings settings, InstantSource clock) {
        return new HostHealth(clock, settings.get(HostSettings.SMART_HOST_PAUSE));
    }

    /** What the file says; what the database says comes in when that is read. */
    @Produces
    @Singleton
    LiveRouting routing(RoutingAssembly assembly) {
        return new LiveRouting(assembly.of(List.of(), List.of(), problem -> {
        }));
    }

    @Produces
    @Singleton
    RoutingAssembly assembly(Configuration configuration, Subaddress tags) {
        return new RoutingAssembly(configuration.routes(), tags);
    }

    @Produces
    @Singleton
    Forecast forecast(LiveRouting routing, Router router) {
        return new Forecast(routing, router);
    }

    @Produces
    @Singleton
    Subaddress tags(Settings settings) {
        return new Subaddress(settings.get(RoutingSettings.SEPARATOR));
    }

    @Produces
    @Singleton
    OwnHosts own(Settings settings, GatewayName name) {
        List<String> names = new ArrayList<>(List.of(name.domain().key()));
        settings.get(HostSettings.OWN_NAMES).forEach(other -> names.add(other.key()));
        return new OwnHosts(names, new OwnAddresses(new Networks(settings.get(HostSettings.OWN_ADDRESSES)),
                bound(settings)));
    }

    /** Where other servers find us, if we listen on the port to which they connect. */
    private static Optional<InetAddress> bound(Settings settings) {
        boolean isReached = settings.get(ReceiverSettings.MX_PORT)
                .equals(settings.get(HostSettings.PORT));
        return isReached
                ? Optional.of(Network.address(settings.get(ReceiverSettings.MX_BIND)))
                : Optional.empty();
    }
}
