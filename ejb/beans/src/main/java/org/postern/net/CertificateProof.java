package org.postern.net;

import org.postern.delivery.tls.TlsFault;
import org.postern.sentence.Sentence;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;

/** What the certificates that a server has shown prove. Looked at behind the handshake, so that a resumed session shows them as well. */
final class CertificateProof {
    private static final Sentence.Form IS_FOR = Sentence.form("certificateIsForX",
            "the certificate is for {0}, not for {1}");
    private static final Sentence NO_NAME = Sentence.form("noDnsName", "no DNS name").with();
    private static final Sentence.Form DOES_NOT_DO = Sentence.form("certificateDoesNotDo",
            "the certificate does not do: {0}");

    private final X509Certificate[] chain;

    private CertificateProof(X509Certificate... chain) {
        this.chain = chain;
    }

    /** {@return the certificates shown in this session} */
    static CertificateProof of(SSLSocket tls) throws SSLPeerUnverifiedException {
        return of(Stream.of(tls.getSession().getPeerCertificates()).map(X509Certificate.class::cast).toList());
    }

    static CertificateProof of(List<X509Certificate> chain) {
        return new CertificateProof(chain.toArray(X509Certificate[]::new));
    }

    /** {@return the server's own, then those of authorities as they came} */
    List<X509Certificate> chain() {
        return List.of(chain);
    }

    X509Certificate server() {
        return chain[0];
    }

    /** Fails unless the server's certificate is in its time and has one of these names (RFC 9525, DNS-ID alone). */
    void requireName(List<String> names) throws TlsFailure {
        try {
            server().checkValidity();
            List<String> presented = DnsIds.of(server());
            boolean found = names.stream()
                    .anyMatch(wanted -> presented.stream().anyMatch(name -> DnsIds.matches(wanted, name)));
            if (!found) {
                throw new TlsFailure(TlsFault.CERTIFICATE_HOST_MISMATCH,
                        IS_FOR.with(shortened(presented), names.toString()));
            }
        } catch (CertificateException e) {
            throw failure(e);
        }
    }

    private static Sentence shortened(List<String> names) {
        return names.isEmpty()
                ? NO_NAME
                : Sentence.asItIs(names.subList(0, Math.min(names.size(), 5)).toString());
    }

    /** Fails unless it leads to an authority that is believed (RFC 5280, 6). */
    void requireAuthority(X509TrustManager believed) throws TlsFailure {
        try {
            believed.checkServerTrusted(chain.clone(), "UNKNOWN");
        } catch (CertificateException e) {
            throw failure(e);
        }
    }

    private static TlsFailure failure(CertificateException refused) {
        boolean expired = Stream.<Throwable>iterate(refused, e -> e != null, Throwable::getCause)
                .limit(10)
                .anyMatch(CertificateExpiredException.class::isInstance);
        return new TlsFailure(expired ? TlsFault.CERTIFICATE_EXPIRED : TlsFault.CERTIFICATE_NOT_TRUSTED,
                DOES_NOT_DO.with(String.valueOf(refused.getMessage())));
    }
}
