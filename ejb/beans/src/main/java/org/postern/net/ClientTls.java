package org.postern.net;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.probe.Witness;
import org.postern.delivery.tls.DaneDemand;
import org.postern.delivery.tls.StsDemand;
import org.postern.delivery.tls.TlsDemand;
import org.postern.sentence.Sentence;
import org.postern.smtp.client.TlsSession;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Makes TLS of a connection, as its client: TLS 1.2 or 1.3 with the server's name (RFC 6066, 3), believing whom the demand says. The
 * names are looked at behind the handshake, so that a resumed session has to show them as well.
 */
final class ClientTls {
    private final Authorities authorities;
    private final SSLContext anybody;
    private final Optional<Witness> witness;

    /**
     * A connection with TLS on it.
     *
     * @param flaw why its certificate would not do, where that is only being tested
     */
    record Secured(SSLSocket socket, TlsSession session, Optional<TlsFailure> flaw) {}

    /** @param usual PEM file of the authorities that are believed where a demand names none; none: those that Java knows */
    ClientTls(Optional<Path> usual) {
        this(usual, Optional.empty());
    }

    /** @param witness who sees what certificates servers show, also those that do not do */
    ClientTls(Optional<Path> usual, Optional<Witness> witness) {
        this.witness = witness;
        authorities = new Authorities(usual);
        try {
            anybody = Authorities.context(new Anybody());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no TLS", e);
        }
    }

    /**
     * {@return the connection with TLS on it}
     *
     * @throws IOException saying why there is none; the connection is of no use then
     */
    Secured secure(Socket socket, NextServer server, TlsDemand demand) throws IOException {
        return switch (demand) {
            case TlsDemand.None none -> throw new IOException("no TLS was wanted");
            case TlsDemand.May may -> secured(handshake(socket, server.name(), server, anybody), false);
            case TlsDemand.Encrypt encrypt -> secured(handshake(socket, server.name(), server, anybody), false);
            case TlsDemand.Verify(List<String> names, Optional<Path> file) -> {
                SSLSocket tls = handshake(socket, server.name(), server, context(server, names, file));
                // Java takes a certificate that is itself among the authorities, whatever its time.
                CertificateProof.of(tls).requireName(names);
                yield secured(tls, true);
            }
            case DaneDemand dane -> {
                SSLSocket tls = handshake(socket, dane.base(), server, anybody);
                if (!dane.records().isEmpty()) {
                    new DaneProof(dane, CertificateProof.of(tls)).require();
                }
                yield secured(tls, !dane.records().isEmpty());
            }
            case StsDemand sts -> ofPolicy(handshake(socket, server.name(), server, anybody), sts);
        };
    }

    private Secured ofPolicy(SSLSocket tls, StsDemand sts) throws IOException {
        try {
            CertificateProof proof = CertificateProof.of(tls);
            proof.requireAuthority(authorities.believed());
            proof.requireName(List.of(sts.host()));
            return secured(tls, true);
        } catch (TlsFailure flaw) {
            if (sts.enforced()) {
                throw flaw;
            }
            return new Secured(tls, secured(tls, false).session(), Optional.of(flaw));
        }
    }

    private static Secured secured(SSLSocket tls, boolean verified) {
        return new Secured(tls,
                new TlsSession(tls.getSession().getProtocol(), tls.getSession().getCipherSuite(), verified),
                Optional.empty());
    }

    /** A witness has to see certificates that end the handshake, too. */
    private SSLContext context(NextServer server, List<String> names, Optional<Path> file) throws IOException {
        if (witness.isEmpty()) {
            return authorities.context(file);
        }
        try {
            return Authorities.context(new SeenTrust(authorities.believed(file),
                    chain -> tell(server, names, file, CertificateProof.of(chain))));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java knows no TLS", e);
        }
    }

    private void tell(NextServer server, List<String> names, Optional<Path> file, CertificateProof proof) {
        witness.ifPresent(one -> one.shown(server, proof.chain(), flaw(names, file, proof)));
    }

    private Optional<Sentence> flaw(List<String> names, Optional<Path> file, CertificateProof proof) {
        try {
            proof.requireAuthority(authorities.believed(file));
            proof.requireName(names);
            return Optional.empty();
        } catch (IOException flaw) {
            return Optional.of(TlsFailure.reasonOf(flaw));
        }
    }

    private SSLSocket handshake(Socket socket, String name, NextServer server, SSLContext context)
            throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, name, server.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setProtocols(new String[]{"TLSv1.3", "TLSv1.2"});
        parameters.setServerNames(indication(name));
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        if (witness.isPresent() && context == anybody) {
            tell(server, List.of(server.name()), Optional.empty(), CertificateProof.of(tls));
        }
        return tls;
    }

    /** Addresses are no names (RFC 6066, 3); what Java takes for none is not told. */
    private static List<SNIServerName> indication(String name) {
        try {
            InetAddress.ofLiteral(name);
            return List.of();
        } catch (IllegalArgumentException isName) {
            return nameIndication(name);
        }
    }

    private static List<SNIServerName> nameIndication(String name) {
        try {
            return List.of(new SNIHostName(name.endsWith(".") ? name.substring(0, name.length() - 1) : name));
        } catch (IllegalArgumentException strange) {
            return List.of();
        }
    }
}
