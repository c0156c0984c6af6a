package org.postern.ra;

import org.postern.smtp.Replies;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The sessions of one listener that are going on. */
final class Sessions {
    private static final int MOST_LISTED = 1_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** Who has said nothing for so long may have to give way. */
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final String CROWDED = "gave way to a client network with fewer sessions";

    private final Map<SmtpConnection, SessionLimits.Place> going = new ConcurrentHashMap<>();

    void add(SmtpConnection session, SessionLimits.Place place) {
        going.put(session, place);
    }

    /**
     * Frees a place for a client of this network where another one has more sessions than it, and at least twice as many as it has silent
     * ones, the new one counted: of those networks with a client that has been silent for five seconds, in the one with the most sessions,
     * that of the client who has been silent for longest. So networks whose sessions are all silent do not drive out each other, and there
     * is one who has been silent for long enough when somebody comes who speaks. Who has been told to leave has no place any more to give.
     *
     * @return whether one was freed
     */
    boolean makeRoom(String network) {
        Map<String, List<SmtpConnection>> crowds = going.keySet()
                .stream()
                .filter(session -> !session.isLeaving())
                .collect(Collectors.groupingBy(SmtpConnection::network));
        List<SmtpConnection> own = crowds.getOrDefault(network, List.of());
        long least = Math.max(own.size() + 1, 2 * (own.stream().filter(Sessions::isSilent).count() + 1));
        Optional<SmtpConnection> silent = crowds.values()
                .stream()
                .filter(crowd -> crowd.size() >= least && crowd.stream().anyMatch(Sessions::isSilent))
                .max(Comparator.comparingInt(List::size))
                .flatMap(crowd -> crowd.stream().max(Comparator.comparing(SmtpConnection::waiting)));
        silent.ifPresent(this::end);
        return silent.isPresent();
    }

    private static boolean isSilent(SmtpConnection session) {
        return session.waiting().compareTo(SILENCE) >= 0;
    }

    private void end(SmtpConnection session) {
        Optional.ofNullable(going.get(session)).ifPresent(SessionLimits.Place::leave);
        session.giveWay(CROWDED);
    }

    void remove(SmtpConnection session) {
        going.remove(session);
        synchronized (this) {
            notifyAll();
        }
    }

    int count() {
        return going.size();
    }

    /** {@return how many wait for their clients} */
    int idle() {
        return (int) going.keySet().stream().filter(SmtpConnection::isIdle).count();
    }

    /** {@return how they stand, the oldest first, a thousand at most} */
    List<SessionState> list() {
        return going.keySet()
                .stream()
                .map(SmtpConnection::state)
                .sorted(Comparator.comparing(SessionState::reference))
                .limit(MOST_LISTED)
                .toList();
    }

    /** Asks all to end between two messages. */
    void retire() {
        going.keySet().forEach(SmtpConnection::retire);
    }

    /** Ends those whose clients are too slow. */
    void sweep() {
        going.keySet().forEach(SmtpConnection::sweep);
    }

    /**
     * Asks all to end between two messages, waits, then ends the rest. Returns when no session is left, or none but those whose
     * receiver does not return.
     *
     * @return how many did not end by themselves
     */
    int drain(Duration patience) {
        retire();
        if (emptyWithin(patience)) {
            return 0;
        }
        int late = going.size();
        going.keySet()
                .forEach(session -> session.cut(Replies.SHUTTING_DOWN,
                        "drainTimeout is " + patience.toSeconds() + " s"));
        if (!emptyWithin(LAST_WORDS)) {
            going.keySet().stream().filter(session -> !session.isWorking()).forEach(SmtpConnection::disconnect);
        }
        return late;
    }

    private synchronized boolean emptyWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        try {
            while (left > 0 && !going.isEmpty()) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return going.isEmpty();
    }
}
