package org.postern.answer;

import jakarta.inject.Singleton;
import jakarta.jms.Destination;

import org.postern.limit.Latest;

import java.util.Map;
import java.util.Optional;

/**
 * Temporary queues and topics where somebody waits for answers, by their names. JMS has no way from the name to the place, and none is needed after the end of this
 * process, with which all of them end. Of more than {@value #MOST} the latest are known. Safe for many threads.
 */
@Singleton
class TemporaryPlaces {
    static final int MOST = 10_000;

    private final Map<String, Destination> places = new Latest<>(MOST);

    synchronized void remember(ReplyAddress.Temporary place) {
        places.putIfAbsent(place.name(), place.destination());
    }

    synchronized Optional<ReplyAddress> find(String name) {
        return Optional.ofNullable(places.get(name)).map(place -> new ReplyAddress.Temporary(name, place));
    }

    synchronized void forget(String name) {
        places.remove(name);
    }
}
