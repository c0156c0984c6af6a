package org.postern.queue;

import org.postern.assessment.Assessment;
import org.postern.event.Answer;
import org.postern.event.OutcomeWish;

import java.time.Instant;
import java.util.Optional;

/**
 * How a message came to the gateway.
 *
 * @param at when the gateway took responsibility; the retry schedule counts from here
 * @param expires when it is of no use any more to whoever handed it in; empty if nothing was said about that
 * @param listener the name of the listener that took it, while it still has to be routed
 * @param origin who handed it in
 * @param assessment what was found about it
 * @param wish what the application that handed it in wants to hear of it
 * @param answer what it is for the application that asked for answers and gets it
 */
public record Arrival(Instant at, Optional<Instant> expires, Optional<String> listener, Origin origin,
        Assessment assessment, Optional<OutcomeWish> wish, Optional<Answer> answer) {
    /** {@return an arrival of which nothing but the time is known} */
    public static Arrival at(Instant time) {
        return new Arrival(time, Optional.empty(), Optional.empty(), Origin.UNKNOWN, Assessment.NONE, Optional.empty(),
                Optional.empty());
    }

    /** {@return the same, of use until then} */
    public Arrival expiring(Optional<Instant> end) {
        return new Arrival(at, end, listener, origin, assessment, wish, answer);
    }

    /** {@return the same, taken by this listener} */
    public Arrival by(Optional<String> name) {
        return new Arrival(at, expires, name, origin, assessment, wish, answer);
    }

    /** {@return the same, handed in by them} */
    public Arrival from(Origin who) {
        return new Arrival(at, expires, listener, who, assessment, wish, answer);
    }

    /** {@return the same, of which this was found} */
    public Arrival assessed(Assessment found) {
        return new Arrival(at, expires, listener, origin, found, wish, answer);
    }

    /** {@return the same, of which an application wants to hear this} */
    public Arrival wished(Optional<OutcomeWish> other) {
        return new Arrival(at, expires, listener, origin, assessment, other, answer);
    }

    /** {@return the same, known to be this answer} */
    public Arrival answering(Answer known) {
        return new Arrival(at, expires, listener, origin, assessment, wish, Optional.of(known));
    }

    /** {@return the same, its time counted from then} */
    Arrival movedTo(Instant time) {
        return new Arrival(time, expires, listener, origin, assessment, wish, answer);
    }
}
