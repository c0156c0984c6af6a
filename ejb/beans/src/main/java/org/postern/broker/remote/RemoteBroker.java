package org.postern.broker.remote;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.BrokerSettings;
import org.postern.config.Settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The broker elsewhere, be it one, one with a backup, or several: what they hold together, as they said a moment ago. {@link BrokerWatch} asks them.
 * Costs nothing to ask.
 */
@Singleton
public class RemoteBroker {
    /** What was said longer ago counts no more. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final int hosts;
    private final InstantSource clock;
    private final Map<String, BrokerState> states = new ConcurrentHashMap<>();

    @Inject
    RemoteBroker(Settings settings, InstantSource clock) {
        this(settings.get(BrokerSettings.HOSTS).size(), clock);
    }

    RemoteBroker(int hosts, InstantSource clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * The disk of a broker.
     *
     * @param used in per cent
     * @param most in per cent: from here on the broker lets nobody send
     */
    public record Disk(int used, int most) {}

    /** {@return whether the broker is elsewhere, by {@code broker.hosts}} */
    public boolean isUsed() {
        return hosts > 0;
    }

    /** {@return whether it was silent before} */
    boolean says(String host, BrokerState state) {
        return states.put(host, state) == null;
    }

    void saysNothing(String host) {
        states.remove(host);
    }

    private Map<String, BrokerState> fresh() {
        Instant oldest = clock.instant().minus(GOOD_FOR);
        Map<String, BrokerState> fresh = new TreeMap<>(states);
        fresh.values().removeIf(state -> state.at().isBefore(oldest));
        return fresh;
    }

    /** {@return whether each of them has said something within the last seconds, so that what none of them has is nowhere} */
    public boolean areAllAnswering() {
        return fresh().size() == hosts;
    }

    /** {@return whether one of them at least has} */
    public boolean isAnswering() {
        return !fresh().isEmpty();
    }

    /**
     * {@return those that have, as {@code broker.hosts} names them, in the order of their names; without those whose disk is full, where another one has
     * room}
     */
    List<String> answering() {
        Map<String, BrokerState> fresh = fresh();
        List<String> withRoom = fresh.entrySet()
                .stream()
                .filter(entry -> entry.getValue().diskUsed() < entry.getValue().mostDisk())
                .map(Map.Entry::getKey)
                .toList();
        return withRoom.isEmpty() ? List.copyOf(fresh.keySet()) : withRoom;
    }

    /** {@return the queues of all of them together, by their names; none where nobody has said anything of late} */
    public List<RemoteQueue> queues() {
        Map<String, RemoteQueue> all = new TreeMap<>();
        fresh().values()
                .forEach(state -> state.queues().forEach(queue -> all.merge(queue.name(), queue, RemoteQueue::with)));
        return new ArrayList<>(all.values());
    }

    /** {@return how many messages the queue holds, but for those that are for later; empty where none of them says so} */
    public OptionalLong depth(String queue) {
        long depth = 0;
        boolean isKnown = false;
        for (BrokerState state : fresh().values()) {
            for (RemoteQueue one : state.queues()) {
                if (one.name().equals(queue)) {
                    depth += one.messages() - one.scheduled();
                    isKnown = true;
                }
            }
        }
        return isKnown ? OptionalLong.of(depth) : OptionalLong.empty();
    }

    /** {@return the disk of the one with most room, as mail goes there; empty where nobody has said anything of late} */
    public Optional<Disk> roomiestDisk() {
        return fresh().values()
                .stream()
                .map(state -> new Disk(state.diskUsed(), state.mostDisk()))
                .min((one, other) -> Integer.compare(one.used() - one.most(), other.used() - other.most()));
    }
}
