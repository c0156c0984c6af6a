package org.postern.identity;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.DataFolder;
import org.postern.config.Settings;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.limit.Counters;
import org.postern.limit.LockOut;
import org.postern.limit.LoginSettings;
import org.postern.network.ClientNetwork;
import org.postern.network.Networks;
import org.postern.queue.MailQueue;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SessionFacts;
import org.postern.receiver.TlsFacts;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** How clients log in: which mechanisms they may use, and one authentication at a time. Never outside TLS. */
@Singleton
public class MailLogin {
    private static final String PLAIN = "PLAIN";
    /** Of what the server can do, what is fit for mail, the strongest first. */
    private static final List<String> FIT = List.of("SCRAM-SHA-512", "SCRAM-SHA-256",
            TokenExchange.OAUTHBEARER, PLAIN);

    private final Semaphore turnstile = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Settings settings;
    private final Counters counters;
    private final InstantSource clock;
    private final MailQueue queue;
    private final EventSource events;
    private final Networks trusted;
    private final DataFolder folder;
    private DecoySalts salts = DecoySalts.ofThisProcess();

    @Inject
    MailLogin(Settings settings, Counters counters, InstantSource clock, MailQueue queue, EventSource events,
            Networks trusted, DataFolder folder) {
        this.settings = settings;
        this.counters = counters;
        this.clock = clock;
        this.queue = queue;
        this.events = events;
        this.trusted = trusted;
        this.folder = folder;
    }

    @PostConstruct
    void begin() {
        try {
            salts = DecoySalts.in(folder.root());
        } catch (IOException e) {
            IdentityLog.LOG.saltsNotKept(e);
        }
    }

    /** {@return the mechanisms a client of this session may use now} */
    public List<String> mechanisms(SessionFacts session) {
        boolean wanted = session.tls().isPresent() && session.identity().isEmpty()
                && settings.get(LoginSettings.ROLES).contains(session.role());
        return wanted ? ElytronSasl.present().map(sasl -> mechanisms(sasl, session)).orElse(List.of()) : List.of();
    }

    private static List<String> mechanisms(ElytronSasl sasl, SessionFacts session) {
        List<String> offered = new ArrayList<>();
        if (session.tls().flatMap(TlsFacts::clientCertificate).isPresent()) {
            offered.add(CertificateExchange.MECHANISM);
        }
        Set<String> possible = sasl.mechanisms();
        FIT.stream().filter(possible::contains).forEach(offered::add);
        if (possible.contains(TokenExchange.OAUTHBEARER)) {
            offered.add(TokenExchange.XOAUTH2);
        }
        if (possible.contains(PLAIN)) {
            offered.add("LOGIN");
        }
        return offered;
    }

    /** {@return a new authentication; empty if the mechanism is not one that may be used now} */
    public Optional<SaslExchange> authenticate(SessionFacts session, String mechanism) {
        if (!mechanisms(session).contains(mechanism)) {
            return Optional.empty();
        }
        return ElytronSasl.present()
                .flatMap(sasl -> exchange(sasl, session, mechanism))
                .map(exchange -> guarded(exchange, session, mechanism));
    }

    private Optional<SaslExchange> exchange(ElytronSasl sasl, SessionFacts session, String mechanism) {
        return switch (mechanism) {
            case CertificateExchange.MECHANISM -> session.tls()
                    .flatMap(TlsFacts::clientCertificate)
                    .map(certificate -> new CertificateExchange(sasl.domain(), certificate));
            case TokenExchange.OAUTHBEARER, TokenExchange.XOAUTH2 ->
                Optional.of(new TokenExchange(sasl.domain(), mechanism));
            default -> byServer(sasl, mechanism);
        };
    }

    private Optional<SaslExchange> byServer(ElytronSasl sasl, String mechanism) {
        try {
            return Optional.of(new SaslServerExchange(server(sasl, mechanism), mechanism));
        } catch (SaslException e) {
            IdentityLog.LOG.realmUnavailable(e);
            return Optional.empty();
        }
    }

    private SaslServer server(ElytronSasl sasl, String mechanism) throws SaslException {
        return switch (mechanism) {
            case "LOGIN" -> new LoginServer(sasl.server(PLAIN));
            case String scram when scram.startsWith("SCRAM-") -> new ScramDecoy(sasl.server(scram), salts);
            default -> sasl.server(mechanism);
        };
    }

    private SaslExchange guarded(SaslExchange exchange, SessionFacts session, String mechanism) {
        Duration time = settings.get(LoginSettings.LOCK_TIME);
        LockOut everywhere = new LockOut(counters, settings.get(LoginSettings.ATTEMPTS), time);
        LockOut lockOut = isShared(session.client().getAddress()) ? everywhere.ofUsersOnly() : everywhere;
        String network = ClientNetwork.of(session.client().getAddress());
        return new LockOutExchange(exchange, mechanism, network,
                new LockOutExchange.Guard(lockOut, turnstile, Pause::park, clock),
                (failures, user) -> tellLock(session, network, failures, user, time));
    }

    private boolean isShared(InetAddress client) {
        return trusted.contains(client)
                || new Networks(settings.get(LoginSettings.SHARED_NETWORKS)).contains(client);
    }

    /** Once for each lock, however many attempts follow. */
    private void tellLock(SessionFacts session, String network, long failures, String user, Duration time) {
        IdentityLog.LOG.lockedOut(failures, network, user, time);
        queue.tell(List.of(events.of(EventKind.REFUSED)
                .session(session.reference())
                .peer(network)
                .reply(AuthenticationReplies.LOCKED.toString())
                .detail("locked out: " + failures + " failed authentications, the last one as " + user)
                .event()));
    }
}
