package org.postern.metric;

import static org.postern.metric.MetricLabel.CODE;
import static org.postern.metric.MetricLabel.DESTINATION;
import static org.postern.metric.MetricLabel.KIND;
import static org.postern.metric.MetricLabel.LANE;
import static org.postern.metric.MetricLabel.LISTENER;
import static org.postern.metric.MetricLabel.QUEUE;
import static org.postern.metric.MetricLabel.READING;
import static org.postern.metric.MetricLabel.REASON;
import static org.postern.metric.MetricLabel.RESULT;
import static org.postern.metric.MetricLabel.RULE;
import static org.postern.metric.MetricLabel.SCANNER;
import static org.postern.metric.MetricLabel.SOURCE;
import static org.postern.metric.MetricLabel.STATE;
import static org.postern.metric.MetricLabel.STORE;
import static org.postern.metric.MetricLabel.WORK;

import java.util.Arrays;
import java.util.List;

/** All figures of a node. {@code docs/metrics.md}, the alert rules and the board beside it are made from this list, and a test keeps them so. */
public enum Metric {
    READY(Type.GAUGE, "postern_ready", "1 while this node takes mail, else 0."), //
    STORE_UP(Type.GAUGE, "postern_store_up",
            "1 while the store is well, else 0; of the disk: while it has room for new mail.", STORE), //
    LISTENER_UP(Type.GAUGE, "postern_listener_up", "1 while the listener is open, else 0.", LISTENER), //
    SESSIONS(Type.GAUGE, "postern_sessions", "SMTP sessions that are going on.", LISTENER), //
    SESSIONS_BEGUN(Type.COUNTER, "postern_sessions_begun", "SMTP sessions begun.", LISTENER), //
    RECEIVED(Type.COUNTER, "postern_listener_messages", "Messages accepted at the listener.", LISTENER), //
    HANDSHAKES_FAILED(Type.COUNTER, "postern_tls_handshakes_failed", "TLS handshakes of clients that failed.",
            LISTENER), //
    REFUSED(Type.COUNTER, "postern_refused", "Connections, commands and messages refused.", LISTENER, CODE, RULE), //
    ACCEPTED(Type.COUNTER, "postern_accepted", "Messages taken, from clients or from applications.", SOURCE), //
    QUARANTINED(Type.COUNTER, "postern_quarantined",
            "Messages taken and set aside by a verdict; they are counted as accepted, too."), //
    DELIVERED(Type.COUNTER, "postern_delivered",
            "Deliveries that the next server, or an application's queue, has taken.", DESTINATION), //
    DEFERRED(Type.COUNTER, "postern_deferred", "Attempts to deliver that are to be made again.", DESTINATION, KIND), //
    FAILED(Type.COUNTER, "postern_failed", "Deliveries that failed for good.", DESTINATION), //
    BOUNCED(Type.COUNTER, "postern_bounced", "Reports of failures posted to senders."), //
    TRANSACTION(Type.HISTOGRAM, "postern_smtp_transaction_seconds",
            "From the end of a message's content to its reply: checks, scanners and the commit.", Buckets.QUICK,
            RESULT), //
    ATTEMPT(Type.HISTOGRAM, "postern_delivery_attempt_seconds",
            "One attempt to deliver, its waiting for a turn included.", Buckets.SLOW, LANE), //
    STAY(Type.HISTOGRAM, "postern_time_in_gateway_seconds",
            "From the acceptance to the 250 of the next server, of mail that was delivered.", Buckets.LONG, LANE), //
    COMMIT(Type.HISTOGRAM, "postern_queue_commit_seconds",
            "Posting mail and its events to the broker, the write of its journal included.", Buckets.QUICK), //
    DATABASE(Type.HISTOGRAM, "postern_database_seconds", "Work of the database.", Buckets.QUICK, WORK), //
    SCANNER_TIME(Type.HISTOGRAM, "postern_scanner_seconds", "What a scanner took to answer.", Buckets.QUICK, SCANNER), //
    SCANNER_UP(Type.GAUGE, "postern_scanner_up", "1 while the scanner is asked, 0 while it is left out.", SCANNER), //
    DEPTH(Type.GAUGE, "postern_queue_depth", "Messages in the queue, on this node's broker.", QUEUE), //
    OLDEST(Type.GAUGE, "postern_queue_oldest_seconds",
            "How long the message that is next in the queue has been there; 0 where it is empty.", QUEUE), //
    PARKED(Type.GAUGE, "postern_parked", "Messages that wait in the database, counted to 100000.", DESTINATION), //
    PARKED_FOR(Type.GAUGE, "postern_parked_for", "The same by what they wait for, counted to 100000.", REASON), //
    DOORS(Type.GAUGE, "postern_doors",
            "Sets of hosts that this node remembers, each in the worst state that is true of it.", STATE), //
    CERTIFICATE(Type.GAUGE, "postern_certificate_days",
            "Days until the first certificate of the listener ends; below 0, it has ended.", LISTENER), //
    READING_OK(Type.GAUGE, "postern_reading_ok",
            "1 while what broker or database were asked for was there in time; while it is 0, figures of that kind are left out.",
            READING);

    private final Type type;
    private final String base;
    private final String meaning;
    private final Buckets buckets;
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final List<MetricLabel> labels;

    /** How a figure behaves. */
    public enum Type {
        /** It only grows, and begins at 0 with the process. */
        COUNTER,
        /** It goes up and down. */
        GAUGE,
        /** It counts times, by how long they were. */
        HISTOGRAM
    }

    /** Up to how many seconds times are told apart. */
    enum Buckets {
        NONE, //
        QUICK(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30), //
        SLOW(.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300, 900), //
        LONG(.01, .05, .1, .25, .5, 1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400, 432_000);

        @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
        private final double[] bounds;

        Buckets(double... bounds) {
            this.bounds = bounds;
        }
    }

    Metric(Type type, String base, String meaning, MetricLabel... labels) {
        this(type, base, meaning, Buckets.NONE, labels);
    }

    Metric(Type type, String base, String meaning, Buckets buckets, MetricLabel... labels) {
        this.type = type;
        this.base = base;
        this.meaning = meaning;
        this.buckets = buckets;
        this.labels = List.of(labels);
    }

    public Type type() {
        return type;
    }

    /** {@return its name without what is added for its type} */
    public String base() {
        return base;
    }

    /** {@return its name in the text that is scraped; of a histogram, what its parts begin with} */
    public String exposed() {
        return type == Type.COUNTER ? base + "_total" : base;
    }

    /** {@return what it says, in a sentence} */
    public String meaning() {
        return meaning;
    }

    public List<MetricLabel> labels() {
        return labels;
    }

    /** {@return the names of its labels, in their order} */
    public String[] labelNames() {
        return labels.stream().map(MetricLabel::label).toArray(String[]::new);
    }

    /** {@return up to how many seconds times are told apart; none for what is no histogram} */
    double[] bounds() {
        return Arrays.copyOf(buckets.bounds, buckets.bounds.length);
    }
}
