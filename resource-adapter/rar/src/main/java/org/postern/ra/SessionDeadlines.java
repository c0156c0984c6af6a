package org.postern.ra;

import org.postern.smtp.server.SmtpSession.Stage;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How long one client may take; read by the sweep, written by the session's thread. A command is measured from the last reply
 * on, so that a trickle of octets wins nothing. Content must bring a block in time, and in the mean a minimum rate: what arrives
 * extends the deadline by the time it may cost, never beyond the patience for one block, nor for the message as a whole. A session
 * that brings no accepted message for long, or has gone on for very long, is ended between two commands. While the receiver
 * works, no time runs.
 */
final class SessionDeadlines {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long SECOND = 1_000_000_000L;

    /** What the session's thread is at. */
    enum Phase {
        /** Parsing, or in the receiver. */
        WORKING,
        /** Waiting for octets between messages. */
        IDLE,
        /** Waiting for octets of content. */
        IN_MESSAGE,
        /** Waiting for the client to take replies. */
        WRITING,
        /** Waiting for what comes before the dialogue: the address of the client, or a TLS handshake. */
        PREPARING;

        /** {@return its name, as people read it} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final ListenerSettings.Patience patience;
    private final LongSupplier ticks;
    private long due;
    private long messageDue;
    private long contentDue = NEVER;
    private final long sessionDue;
    private boolean tooSlow;
    private volatile String limit = "";
    private volatile long armed = NEVER;
    private volatile Phase phase = Phase.WORKING;
    private volatile long since;

    SessionDeadlines(ListenerSettings.Patience patience, LongSupplier ticks) {
        this.patience = patience;
        this.ticks = ticks;
        this.sessionDue = ticks.getAsLong() + nanos(patience.session());
        accepted();
    }

    /**
     * The session now waits for octets.
     *
     * @param stage what it expects
     * @param octets how many the last read brought
     * @param replied whether they were answered
     */
    void reading(Stage stage, int octets, boolean replied) {
        long now = ticks.getAsLong();
        boolean content = stage != Stage.COMMAND;
        if (!content) {
            contentDue = NEVER;
        } else if (contentDue == NEVER) {
            contentDue = now + nanos(patience.transaction());
        }
        long latest = now + nanos(content ? patience.data() : patience.command());
        if (replied) {
            due = latest;
            tooSlow = false;
        } else if (content) {
            long earned = due + octets * SECOND / patience.minimumRate();
            due = Math.min(latest, earned);
            tooSlow = earned < latest;
        }
        limit = content ? ofContent() : ofCommand();
        armed = Math.min(due, content ? contentDue : Math.min(messageDue, sessionDue));
        enter(content ? Phase.IN_MESSAGE : Phase.IDLE);
    }

    private void enter(Phase next) {
        since = ticks.getAsLong();
        phase = next;
    }

    private String ofContent() {
        if (contentDue < due) {
            return words("transactionTimeout", patience.transaction());
        }
        return tooSlow ? "minimumRate is " + patience.minimumRate() : words("dataTimeout", patience.data());
    }

    private String ofCommand() {
        if (due <= Math.min(messageDue, sessionDue)) {
            return words("commandTimeout", patience.command());
        }
        return messageDue < sessionDue
                ? words("messageTimeout", patience.message())
                : words("sessionTimeout", patience.session());
    }

    private static String words(String property, Duration time) {
        return property + " is " + time.toSeconds() + " s";
    }

    /** {@return which limit ends the session next, in words} */
    String limit() {
        return limit;
    }

    /** Replies are on their way to the client. */
    void writing() {
        limit = words("replyTimeout", patience.reply());
        armed = ticks.getAsLong() + nanos(patience.reply());
        enter(Phase.WRITING);
    }

    /** What comes before the dialogue has begun; it has as long as a reply may take, all of it together. */
    void preparing() {
        limit = words("replyTimeout", patience.reply());
        armed = ticks.getAsLong() + nanos(patience.reply());
        enter(Phase.PREPARING);
    }

    /** Neither reading nor writing. */
    void working() {
        phase = Phase.WORKING;
        armed = NEVER;
    }

    /** A message was accepted. */
    final void accepted() {
        messageDue = ticks.getAsLong() + nanos(patience.message());
    }

    /** {@return whether the client has used up its time} */
    boolean exceeded() {
        return ticks.getAsLong() >= armed;
    }

    /** {@return for how long nothing has come from the client, nor gone to it; zero while there is work} */
    Duration waiting() {
        long begun = since;
        return phase == Phase.WORKING ? Duration.ZERO : Duration.ofNanos(ticks.getAsLong() - begun);
    }

    /** {@return how long the session has gone on} */
    Duration age() {
        return Duration.ofNanos(ticks.getAsLong() + nanos(patience.session()) - sessionDue);
    }

    Phase phase() {
        return phase;
    }

    private static long nanos(Duration time) {
        return time.toNanos();
    }
}
