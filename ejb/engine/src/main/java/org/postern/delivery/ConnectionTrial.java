package org.postern.delivery;

import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.TargetHosts;
import org.postern.delivery.host.Turns;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.delivery.tls.TlsPolicies.Demanded;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Comes as far as a delivery would come before MAIL: looks for hosts, connects, secures the session, logs in. Hands over nothing. */
public final class ConnectionTrial {
    private static final Sentence NOT_TRIED = Sentence.form("notTried",
            "not tried: the others took too long").with();
    private static final Sentence.Form ANSWERS_WITH = Sentence.form("answersWithX",
            "answers, with {0}");
    private static final Sentence ANSWERS = Sentence.form("answersInTheClear",
            "answers, without TLS").with();
    private static final Sentence.Form SILENT = Sentence.form("doesNotTalk",
            "does not want to talk: {0}");

    /** Addresses that are tried; what lies behind is seldom asked. */
    private static final int MOST_SERVERS = 3;
    /** How long it goes on to another server. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private final HostFinder hosts;
    private final OutboundSessions sessions;
    private final TlsPolicies policies;
    private final InstantSource clock;

    /** @param sessions opens them in a short time each, since a person waits for it */
    public ConnectionTrial(HostFinder hosts, OutboundSessions sessions, TlsPolicies policies, InstantSource clock) {
        this.hosts = hosts;
        this.sessions = sessions;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * How it went with one server.
     *
     * @param server its name and address; what was looked for, where no server was found
     * @param isReady whether it would take MAIL now
     * @param words what it said, or what stands against it
     */
    public record Contact(String server, boolean isReady, Sentence words) {
        static Contact not(Object server, Sentence reason) {
            return new Contact(server.toString(), false, reason);
        }

        private static Contact not(Object server, Reply reply) {
            return not(server, Sentence.asItIs(reply.toString()));
        }
    }

    /**
     * {@return how it went with each server, the first preferred one first; never empty} Blocks until {@link #LONGEST} is over and the server
     * that is being tried then has had its time.
     *
     * @throws IllegalArgumentException for a destination that has no servers, such as an application's queue
     */
    public List<Contact> of(Destination destination) {
        Instant end = clock.instant().plus(LONGEST);
        return switch (hosts.find(destination)) {
            case TargetHosts.Undeliverable none ->
                List.of(Contact.not(destination, none.why().shown()));
            case TargetHosts.Unknown unknown ->
                List.of(Contact.not(destination, unknown.why().shown()));
            case TargetHosts.Found found -> {
                policies.learn(destination, Turns.FREE);
                List<Contact> contacts = new ArrayList<>();
                found.servers()
                        .stream()
                        .limit(MOST_SERVERS)
                        .forEach(server -> contacts.add(clock.instant().isBefore(end)
                                ? contact(destination, server)
                                : new Contact(server.toString(), false, NOT_TRIED)));
                yield contacts;
            }
        };
    }

    private Contact contact(Destination destination, NextServer server) {
        return switch (policies.decide(destination, server)) {
            case TlsPolicies.Unusable unusable -> Contact.not(server, unusable.why().shown());
            case Demanded demanded -> contact(server, sessions.connect(destination, List.of(server),
                    demanded.demand()));
        };
    }

    private Contact contact(NextServer server, OutboundSessions.Connected connected) {
        return switch (connected) {
            case OutboundSessions.Open open -> {
                Sentence answers = open.session()
                        .client()
                        .tls()
                        .map(tls -> ANSWERS_WITH.with(tls.toString()))
                        .orElse(ANSWERS);
                sessions.release(open.session());
                yield new Contact(server.toString(), true, answers);
            }
            case OutboundSessions.Refused refused ->
                new Contact(server.toString(), false, SILENT.with(refused.reply().toString()));
            case OutboundSessions.Unprotected unprotected ->
                Contact.not(server, unprotected.reply());
            case OutboundSessions.NotLoggedIn not -> Contact.not(server, not.reply());
            case OutboundSessions.Unreachable lost -> Contact.not(server, lost.reason());
            case OutboundSessions.NoConnection none -> Contact.not(server, none.reason());
        };
    }
}
