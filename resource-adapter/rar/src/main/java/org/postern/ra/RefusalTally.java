package org.postern.ra;

import org.postern.network.ClientNetwork;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a flood of refusals from becoming a flood in the trace. Of each kind, client network and minute the first are told one by one,
 * and the others are counted; at the end of the minute one refusal more tells how many they were, and the sessions they lie between.
 * So it is for all clients together. Used by one thread at a time.
 */
final class RefusalTally {
    /** Refused connections of one kind and client network that are told in a minute; anything that ends a session is one. */
    static final int CONNECTIONS_OF_ONE = 10;
    /** Of all clients. */
    static final int CONNECTIONS = 600;
    /** Refused commands and messages of one kind and client network that are told in a minute. */
    static final int COMMANDS_OF_ONE = 1_000;
    /** Of all clients. */
    static final int COMMANDS = 20_000;
    private static final int MOST_KINDS = 10_000;
    private static final long MINUTE = 60_000_000_000L;

    private final Map<Kind, Count> counts = new HashMap<>();
    private int connections;
    private int commands;
    private long end = Long.MIN_VALUE;

    /** A refusal in its session. */
    record Report(SessionFacts session, Refusal refusal) {}

    /** What is counted as one: refusals of connections or of commands, by the reply's code or by what was closed in silence. */
    private record Kind(boolean connection, String answer, String network) {
        static Kind of(Report report) {
            Refusal refusal = report.refusal();
            boolean connection = refusal.command().equals(Refusal.CONNECT)
                    || refusal.reply().map(reply -> reply.code() == Replies.CLOSING).orElse(true);
            String answer = refusal.reply().map(Kind::answer).orElse(refusal.command());
            return new Kind(connection, answer, ClientNetwork.of(report.session().client().getAddress()));
        }

        private static String answer(Reply reply) {
            return reply.code() + reply.status().map(status -> " " + status).orElse("");
        }

        Kind ofAnybody() {
            return new Kind(connection, connection ? "connections" : "commands", "");
        }

        int most() {
            return connection ? CONNECTIONS_OF_ONE : COMMANDS_OF_ONE;
        }
    }

    /** How often one kind was told, and what was not. */
    private static final class Count {
        private int told;
        private long untold;
        private String first = "";
        private Report last;

        Count(Report report) {
            last = report;
        }

        void leave(Report report) {
            first = untold == 0 ? report.session().reference() : first;
            last = report;
            untold++;
        }

        Report summary(Kind kind) {
            String whose = kind.network().isEmpty() ? "of all clients" : "like this one of " + kind.network();
            return new Report(last.session(), last.refusal()
                    .because("%d %s %s within a minute are not told one by one, sessions %s to %s".formatted(untold,
                            kind.connection() ? "refused connections" : "refusals", whose, first,
                            last.session().reference())));
        }
    }

    /** {@return whether this one is to be told; or else it is counted} */
    boolean tells(Report report) {
        Kind kind = Kind.of(report);
        Count count = counts.size() < MOST_KINDS
                ? counts.computeIfAbsent(kind, k -> new Count(report))
                : counts.computeIfAbsent(kind.ofAnybody(), k -> new Count(report));
        boolean ofOne = count.told < kind.most();
        boolean ofAll = kind.connection() ? connections < CONNECTIONS : commands < COMMANDS;
        if (ofOne && ofAll) {
            count.told++;
            connections += kind.connection() ? 1 : 0;
            commands += kind.connection() ? 0 : 1;
            return true;
        }
        (ofOne ? counts.computeIfAbsent(kind.ofAnybody(), k -> new Count(report)) : count).leave(report);
        return false;
    }

    /** Counts one that could not be told. */
    void leave(Report report) {
        counts.computeIfAbsent(Kind.of(report).ofAnybody(), k -> new Count(report)).leave(report);
    }

    /** {@return what is to be told in place of all that was not, when a minute is over; the next one begins with it} */
    List<Report> summaries(long now) {
        if (now < end) {
            return List.of();
        }
        end = now + MINUTE;
        connections = 0;
        commands = 0;
        List<Report> due = counts.entrySet()
                .stream()
                .filter(entry -> entry.getValue().untold > 0)
                .map(entry -> entry.getValue().summary(entry.getKey()))
                .toList();
        counts.clear();
        return due;
    }
}
