package org.postern.ra.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The client's side of handshakes: believes every server, and looks at the certificate afterwards. */
public final class TlsClient {
    private Optional<Pair> identity = Optional.empty();
    private List<String> names = List.of();
    private String[] versions = {"TLSv1.3", "TLSv1.2"};

    public TlsClient asking(String serverName) {
        names = List.of(serverName);
        return this;
    }

    public TlsClient as(Pair who) {
        identity = Optional.of(who);
        return this;
    }

    public TlsClient speaking(String... only) {
        versions = only.clone();
        return this;
    }

    /** Makes a handshake over the connection. */
    public SSLSocket over(Socket connection) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), new TrustManager[]{new Credulous()}, null);
            SSLSocket socket = (SSLSocket) context.getSocketFactory()
                    .createSocket(connection, "localhost", connection.getPort(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(versions);
            parameters.setServerNames(
                    names.stream().map(SNIHostName::new).map(javax.net.ssl.SNIServerName.class::cast).toList());
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyManager[] keys() throws GeneralSecurityException, IOException {
        if (identity.isEmpty()) {
            return new KeyManager[0];
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(identity.get().keyStore("test"), "test".toCharArray());
        return factory.getKeyManagers();
    }

    /** {@return the certificate the server has shown} */
    public static X509Certificate shownBy(SSLSocket server) throws IOException {
        return (X509Certificate) server.getSession().getPeerCertificates()[0];
    }

    /** Believes everything. */
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
