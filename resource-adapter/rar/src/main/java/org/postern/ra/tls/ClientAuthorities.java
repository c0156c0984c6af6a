package org.postern.ra.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whose client certificates are believed. The handshake takes any, since mail must not be lost for a wrong one; it has proved that
 * the client holds the key. Whether to believe the certificate is asked afterwards.
 */
final class ClientAuthorities extends X509ExtendedTrustManager {
    private final X509TrustManager judge;

    private ClientAuthorities(X509TrustManager judge) {
        this.judge = judge;
    }

    /** {@return those in this PEM file} */
    static ClientAuthorities in(Path file) throws IOException {
        try {
            List<X509Certificate> authorities = Pem.certificates(CredentialFiles.text(file));
            if (authorities.isEmpty()) {
                throw new GeneralSecurityException("there is no certificate");
            }
            return of(authorities);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    static ClientAuthorities of(List<X509Certificate> authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return new ClientAuthorities((X509TrustManager) factory.getTrustManagers()[0]);
    }

    /** {@return the client's certificate, if it has shown one that leads to one of these} */
    Optional<X509Certificate> believed(SSLSession session) {
        try {
            Certificate[] shown = session.getPeerCertificates();
            X509Certificate[] chain = new X509Certificate[shown.length];
            System.arraycopy(shown, 0, chain, 0, shown.length);
            judge.checkClientTrusted(chain, "UNKNOWN");
            return Optional.of(chain[0]);
        } catch (SSLPeerUnverifiedException | CertificateException _) {
            return Optional.empty();
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        // see believed()
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        // see believed()
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        // see believed()
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw noServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw noServers();
    }

    private static CertificateException noServers() {
        return new CertificateException("these authorities are for clients");
    }
}
