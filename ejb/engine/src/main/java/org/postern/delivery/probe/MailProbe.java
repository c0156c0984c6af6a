package org.postern.delivery.probe;

import org.postern.delivery.Deliverer;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.delivery.OutboundSessions;
import org.postern.delivery.probe.Probed.Verdict;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.routing.Destination;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes an attempt of delivery that hands over nothing: the same look for hosts, the same order, the same demands on TLS, the same sessions and the same judgement
 * of what is said, with sessions that stop at RCPT. What it meets counts for nothing else: no report, no health of a host, no gate.
 */
public final class MailProbe {
    /** How long it goes on to another server. */
    public static final Duration LONGEST = Duration.ofSeconds(15);
    /** Size that a server is told of. */
    private static final int OCTETS = 1000;

    private final HostFinder hosts;
    private final Function<Witness, OutboundSessions> sessions;
    private final TlsPolicies policies;
    private final InstantSource clock;
    private final QueueIds ids;

    /** @param sessions makes sessions that hand over nothing, last for one message, and are seen by this witness */
    public MailProbe(HostFinder hosts, Function<Witness, OutboundSessions> sessions, TlsPolicies policies,
            InstantSource clock, QueueIds ids) {
        this.hosts = hosts;
        this.sessions = sessions;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * {@return what came of it} Blocks until {@link #LONGEST} is over and the server that is being asked then has had its time.
     *
     * @param recipient in whose name it is asked, by the null reverse-path
     * @param may which servers may be connected to
     * @throws IllegalArgumentException for a destination that has no servers, such as an application's queue
     */
    public Probed of(Destination destination, Mailbox recipient, Predicate<NextServer> may) {
        Transcript transcript = new Transcript(clock);
        FencedSessions fenced = new FencedSessions(sessions.apply(transcript), may, transcript);
        Deliverer deliverer = new Deliverer(hosts, fenced, policies, clock, LONGEST);
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(recipient)));
        RecipientResult result = deliverer
                .attempt(new Message(ids.next(), envelope, Content.of(new byte[OCTETS])), destination)
                .results()
                .getFirst();
        return new Probed(transcript.contacts(), verdict(result, fenced.hasHeldBack()),
                result.diagnosis().shown());
    }

    private static Verdict verdict(RecipientResult result, boolean heldBack) {
        if (result.isDelivered()) {
            return Verdict.TAKEN;
        }
        if (heldBack) {
            return Verdict.UNKNOWN;
        }
        return result.isDeferred() ? Verdict.WAITING : Verdict.RETURNED;
    }
}
