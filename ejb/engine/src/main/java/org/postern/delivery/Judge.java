package org.postern.delivery;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.tls.RequiredTls;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;
import org.postern.smtp.client.Outcome;
import org.postern.smtp.client.Step;

import java.util.Locale;
import java.util.Optional;

/** Says what an outcome on a session means for the recipient, and whether another server is to be asked in this attempt. */
record Judge(OutboundSession session) {
    private static final Sentence.Form BROKE_OFF = Sentence.form("sessionBrokeOff",
            "the session with {0} broke off at {1}: {2}");
    private static final Sentence.Form TOO_SLOW = Sentence.form("serverIsTooSlow",
            "{0} is so slow that the time of the attempt was over before this recipient''s turn");

    Ledger.Judgement judge(Outcome outcome) {
        NextServer server = session.server();
        return switch (outcome) {
            case Outcome.Accepted(Reply reply) -> taken(reply);
            case Outcome.Willing(Reply reply) -> taken(reply);
            case Outcome.Refused(Step step, Reply reply) -> {
                Reply meant = meant(step, reply);
                yield new Ledger.Judgement(said(meant), meant.isPermanent());
            }
            // Another server of the destination may well offer REQUIRETLS (RFC 8689, 4.2.1).
            case Outcome.Unfit(Reply reply) -> new Ledger.Judgement(new Diagnosis.Local(Optional.of(server), reply),
                    !RequiredTls.isToldBy(reply));
            case Outcome.Lost(Step step, String reason) -> new Ledger.Judgement(
                    local(server, "4.4.2", BROKE_OFF.with(server.toString(), step.toString(), reason)), false);
            case Outcome.Unasked unasked -> new Ledger.Judgement(
                    local(server, "4.4.2", TOO_SLOW.with(server.toString())), false);
            case Outcome.InDoubt(String reason) -> new Ledger.Judgement(
                    new Diagnosis.Uncertain(server,
                            reply("4.4.2", server + " may have taken the message, but did not say so: " + reason),
                            session.protection()),
                    true);
        };
    }

    private Ledger.Judgement taken(Reply reply) {
        return new Ledger.Judgement(
                new Diagnosis.Taken(session.server(), reply, session.protection().toString(), handover()), true);
    }

    /** Some servers say 552 to one recipient too many where they mean 452 (RFC 5321, 4.5.3.1.10): in another message they take it. */
    private static Reply meant(Step step, Reply reply) {
        String words = String.join(" ", reply.lines()).toLowerCase(Locale.ROOT);
        boolean tooMany = reply.status().map(status -> status.subject() == 5 && status.detail() == 3).orElse(false)
                || (words.contains("too many") && words.contains("recipient"));
        return step == Step.RCPT && reply.code() == 552 && tooMany
                ? new Reply(452, Optional.of(new EnhancedStatus(4, 5, 3)), reply.lines())
                : reply;
    }

    private Diagnosis.Handover handover() {
        if (session.client().offers("DSN")) {
            return Diagnosis.Handover.REPORTS;
        }
        return session.destination() instanceof Destination.LmtpHost
                ? Diagnosis.Handover.FINAL
                : Diagnosis.Handover.SILENT;
    }

    private Diagnosis said(Reply reply) {
        return new Diagnosis.Remote(session.server(), reply, Optional.of(session.protection()));
    }

    /** {@return a temporary failure in our own words} */
    static Diagnosis local(NextServer server, String status, Sentence words) {
        return new Diagnosis.Local(Optional.of(server), Obstacle.of(451, status, words));
    }

    private static Reply reply(String status, String text) {
        return Reply.of(451, status, text.replace('\r', ' ').replace('\n', ' '));
    }
}
