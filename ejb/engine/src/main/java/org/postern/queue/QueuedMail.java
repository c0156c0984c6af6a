package org.postern.queue;

import org.postern.assessment.Assessment;
import org.postern.event.Answer;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.Message;
import org.postern.routing.Destination;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as a queue carries it.
 *
 * @param message envelope and content, trace field on top
 * @param arrival how it came
 * @param course where it is headed, and how far it has come
 */
public record QueuedMail(Message message, Arrival arrival, Course course) {
    /** {@return mail that has just come, to be routed in the ordinary lane} */
    public static QueuedMail of(Message message, Arrival arrival) {
        return new QueuedMail(message, arrival, Course.UNROUTED);
    }

    /** {@return the same in this lane} */
    public QueuedMail in(Lane other) {
        return new QueuedMail(message, arrival, course.in(other));
    }

    /** {@return the same, with this message in place of its own} */
    public QueuedMail with(Message other) {
        return new QueuedMail(other, arrival, course);
    }

    /** {@return the same on its way to there, or to be routed, not yet tried} */
    public QueuedMail to(Optional<Destination> other) {
        return new QueuedMail(message, other.isPresent() ? arrival.by(Optional.empty()) : arrival, course.to(other));
    }

    /** {@return the same, its time counted from then} */
    public QueuedMail arrivedAt(Instant other) {
        return new QueuedMail(message, arrival.movedTo(other), course);
    }

    /** {@return the same after so many attempts} */
    public QueuedMail tried(int times) {
        return new QueuedMail(message, arrival, course.tried(times));
    }

    /** {@return the same, to be tried because a person has asked for it} */
    public QueuedMail askedFor() {
        return new QueuedMail(message, arrival, course.askedFor());
    }

    /** {@return the same, its sender told of the delay} */
    public QueuedMail withDelayTold() {
        return new QueuedMail(message, arrival, course.delayTold(true));
    }

    /** {@return the same, of which this is known} */
    public QueuedMail assessed(Assessment assessment) {
        return new QueuedMail(message, arrival.assessed(assessment), course);
    }

    /** {@return the same, known to be this answer} */
    public QueuedMail answering(Answer answer) {
        return new QueuedMail(message, arrival.answering(answer), course);
    }

    /** {@return whether it is of no use any more} */
    public boolean isExpired(Instant now) {
        return arrival.expires().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** {@return what its application is told when this becomes of its recipients; empty where it does not want to hear of that} */
    public Optional<Telling> telling(SubmissionOutcome outcome) {
        return Telling.of(arrival.wish(), outcome, message.id().text())
                .map(telling -> telling.standing(message.envelope().recipients()));
    }

    /** {@return envelope, wish and answer, as they are kept together} */
    public CarriedEnvelope carried() {
        return new CarriedEnvelope(message.envelope(), arrival.wish(), arrival.answer());
    }

    /** {@return when the gateway took responsibility} */
    public Instant arrived() {
        return arrival.at();
    }

    /** {@return where it is headed; empty while it still has to be routed} */
    public Optional<Destination> destination() {
        return course.destination();
    }

    /** {@return in which lane it goes out} */
    public Lane lane() {
        return course.lane();
    }

    /** {@return deliveries tried so far} */
    public int attempts() {
        return course.attempts();
    }
}
