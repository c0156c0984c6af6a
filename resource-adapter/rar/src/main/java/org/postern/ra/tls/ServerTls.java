package org.postern.ra.tls;

import static org.postern.ra.tls.TlsLog.LOG;

import org.postern.receiver.TlsFacts;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Makes handshakes over accepted connections. Key material is read when it is first needed, and again when its files have
 * changed, which is looked at every two seconds at most, and only when somebody asks; sessions keep what they began with. What
 * cannot be read is logged, changes nothing, and is tried again every minute: not every cause of a failure changes a file.
 */
public final class ServerTls {
    private static final long LOOK_INTERVAL = Duration.ofSeconds(2).toNanos();
    private static final long RETRY_INTERVAL = Duration.ofMinutes(1).toNanos();

    private final TlsSettings settings;
    private final CredentialFiles files;
    private final LongSupplier ticks;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Optional<Terms> terms = Optional.empty();
    private volatile long nextLook;
    private String lastState = "";
    private boolean failed;
    private long nextTry;

    /** What handshakes are made with, until the files change. */
    private record Terms(SSLContext context, Optional<ClientAuthorities> authorities, List<Shown> shown) {}

    /**
     * A certificate that clients see.
     *
     * @param names the DNS names it is for
     * @param ends the last moment at which it is valid
     */
    public record Shown(String subject, List<String> names, Instant ends) {}

    /**
     * A connection inside TLS.
     *
     * @param socket reads and writes inside TLS; closing it ends TLS and our side of the connection
     * @param facts what the handshake brought
     */
    public record Secured(SSLSocket socket, TlsFacts facts) {}

    /** @param ticks nanoseconds that have passed since some moment */
    public ServerTls(TlsSettings settings, LongSupplier ticks, InstantSource clock) {
        this.settings = settings;
        this.files = new CredentialFiles(settings);
        this.ticks = ticks;
        this.clock = clock;
    }

    /** {@return whether a handshake can succeed; looks at the files if that was long ago} */
    public boolean isAvailable() {
        return current().isPresent();
    }

    /** {@return what handshakes show, the first to clients that ask for no name; none where there is no key material} */
    public List<Shown> shown() {
        return current().map(Terms::shown).orElse(List.of());
    }

    /**
     * Makes the server's side of a handshake. Whoever ends the connection meanwhile makes this fail.
     *
     * @param connection without an octet read ahead
     * @param woken whether the end of its input was brought about by ourselves, and is to look like a time-out
     * @throws IOException when the client cannot or does not; the connection is of no use then
     */
    public Secured secure(Socket connection, BooleanSupplier woken) throws IOException {
        Terms now = current().orElseThrow(() -> new IOException("there is no key material"));
        SSLSocket socket = (SSLSocket) now.context()
                .getSocketFactory()
                .createSocket(new Carrier(connection, woken), null, true);
        socket.setSSLParameters(Protocol.parameters(now.authorities().isPresent()));
        socket.startHandshake();
        SSLSession session = socket.getSession();
        return new Secured(socket, new TlsFacts(session.getProtocol(), session.getCipherSuite(),
                Credentials.serverName(session), now.authorities().flatMap(a -> a.believed(session))));
    }

    /** {@return the server's side of a handshake that somebody else carries out, and which asks for no certificate; empty where there is no key material} */
    public Optional<SSLEngine> engine() {
        return current().map(now -> {
            SSLEngine engine = now.context().createSSLEngine();
            engine.setUseClientMode(false);
            engine.setSSLParameters(Protocol.parameters(false));
            return engine;
        });
    }

    private Optional<Terms> current() {
        if (ticks.getAsLong() >= nextLook && mayLook()) {
            try {
                if (ticks.getAsLong() >= nextLook) {
                    look();
                    nextLook = ticks.getAsLong() + LOOK_INTERVAL;
                }
            } finally {
                looking.unlock();
            }
        }
        return terms;
    }

    /** One looks; the others go on with what there is, and wait only if there is nothing. */
    private boolean mayLook() {
        if (terms.isPresent()) {
            return looking.tryLock();
        }
        looking.lock();
        return true;
    }

    private void look() {
        try {
            if (settings.isSelfSigned() && SelfSigned.ensure(settings.home(), settings.serverName(), clock)) {
                LOG.selfSigned(settings.serverName(), SelfSigned.fileIn(settings.home()).toString());
            }
            String state = files.state();
            if (!state.equals(lastState) || (failed && ticks.getAsLong() >= nextTry)) {
                lastState = state;
                failed = true;
                nextTry = ticks.getAsLong() + RETRY_INTERVAL;
                terms = Optional.of(read());
                failed = false;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (terms.isPresent()) {
                LOG.notReloaded(e.toString());
            } else {
                LOG.notLoaded(e.toString());
            }
        }
    }

    private Terms read() throws IOException, GeneralSecurityException {
        Credentials credentials = files.read();
        Optional<ClientAuthorities> authorities = settings.clientAuthorities().isPresent()
                ? Optional.of(ClientAuthorities.in(settings.clientAuthorities().get()))
                : Optional.empty();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[]{credentials}, authorities.map(a -> new TrustManager[]{a}).orElse(null), null);
        Protocol.bound(context.getServerSessionContext());
        tell(credentials);
        return new Terms(context, authorities, credentials.all().stream().map(ServerTls::shown).toList());
    }

    private void tell(Credentials credentials) {
        for (Credential credential : credentials.all()) {
            X509Certificate certificate = credential.chain().getFirst();
            if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
                LOG.expired(subject(certificate), certificate.getNotAfter().toInstant().toString());
            }
        }
        X509Certificate first = credentials.all().getFirst().chain().getFirst();
        LOG.loaded(subject(first), first.getNotAfter().toInstant().toString(), credentials.all().size() - 1);
    }

    private static Shown shown(Credential credential) {
        X509Certificate certificate = credential.chain().getFirst();
        return new Shown(subject(certificate), credential.names(), certificate.getNotAfter().toInstant());
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
