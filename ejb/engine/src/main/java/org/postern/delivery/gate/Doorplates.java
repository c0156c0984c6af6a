package org.postern.delivery.gate;

import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.Obstacle;
import org.postern.dns.MailDns;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.limit.Latest;
import org.postern.mail.Domain;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which door leads to a destination: domains that name the same mail exchangers share one. What was found holds for a few
 * minutes, which matters for the doors alone: where mail goes is looked up by {@link HostFinder} itself. Safe for many threads.
 */
public final class Doorplates {
    private static final Duration HOLDS = Duration.ofMinutes(5);
    private static final int MOST = 50_000;

    private final MailDns dns;
    private final InstantSource clock;
    private final int usualPort;
    private final Map<Destination, Known> known = Collections.synchronizedMap(new Latest<>(MOST));

    private record Known(DoorKey key, Instant until) {}

    /** What a look-up came to. */
    public sealed interface Plate {}

    /** There is a door. */
    public record Found(DoorKey key) implements Plate {}

    /**
     * Nobody knows now.
     *
     * @param why a 4xx
     */
    public record Unknown(Obstacle why) implements Plate {}

    /** @param usualPort where hosts that MX records name listen */
    public Doorplates(MailDns dns, InstantSource clock, int usualPort) {
        this.dns = dns;
        this.clock = clock;
        this.usualPort = usualPort;
    }

    /** {@return the door, without look-up; empty if it takes one} */
    public Optional<DoorKey> known(Destination destination) {
        return switch (destination) {
            case Destination.NextHost(String host, int port) ->
                Optional.of(DoorKey.ofHosts(List.of(named(host, port))));
            case Destination.MailExchangers mx when mx.domain().isLiteral() ->
                Optional.of(DoorKey.ofHosts(List.of(mx.domain().text())));
            case Destination.MailExchangers mx -> remembered(mx);
            default -> Optional.of(DoorKey.ofName(destination));
        };
    }

    private String named(String host, int port) {
        return port == usualPort ? host : host + ":" + port;
    }

    private Optional<DoorKey> remembered(Destination destination) {
        return Optional.ofNullable(known.get(destination))
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Known::key);
    }

    /** {@return the door, looked up if need be} */
    public Plate find(Destination destination) {
        Optional<DoorKey> already = known(destination);
        return already.isEmpty() && destination instanceof Destination.MailExchangers(Domain domain)
                ? lookUp(destination, domain)
                : new Found(already.orElseGet(() -> DoorKey.ofName(destination)));
    }

    private Plate lookUp(Destination destination, Domain domain) {
        return switch (dns.mx(domain)) {
            case MxAnswer.Found(List<MailExchanger> hosts) ->
                remember(destination, DoorKey.ofHosts(hosts.stream().map(MailExchanger::host).toList()));
            case NoData none -> remember(destination, DoorKey.ofHosts(List.of(domain.key())));
            // There is nobody to be spared: the attempt will find out the same, and fail for good.
            case MxAnswer.NullMx none -> new Found(DoorKey.ofName(destination));
            case NoSuchDomain none -> new Found(DoorKey.ofName(destination));
            case Temporary(Sentence reason) ->
                new Unknown(Obstacle.of(451, "4.4.3", HostFinder.failed(domain, reason)));
        };
    }

    private Plate remember(Destination destination, DoorKey key) {
        known.put(destination, new Known(key, clock.instant().plus(HOLDS)));
        return new Found(key);
    }
}
