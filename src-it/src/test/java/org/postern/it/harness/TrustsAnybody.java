package org.postern.it.harness;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A TLS client that takes any certificate, as mail clients on the open Internet do. For tests alone. */
final class TrustsAnybody implements X509TrustManager {
    private TrustsAnybody() {}

    /** {@return TLS by one of these protocols over a connection, the handshake still to be made} */
    static SSLSocket overlay(Socket connection, String... protocols) throws IOException {
        return asking("gateway.example", connection, protocols);
    }

    /** {@return the same, for a server of this name} */
    static SSLSocket asking(String serverName, Socket connection, String... protocols) throws IOException {
        return showing(new KeyManager[0], serverName, connection, protocols);
    }

    /** {@return the same, of a client with these certificates} */
    static SSLSocket showing(KeyManager[] certificates, String serverName, Socket connection, String... protocols)
            throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(certificates, new TrustManager[]{new TrustsAnybody()}, null);
            SSLSocket tls = (SSLSocket) context.getSocketFactory()
                    .createSocket(connection, serverName, connection.getPort(), true);
            tls.setUseClientMode(true);
            tls.setEnabledProtocols(protocols);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        // anybody
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        // anybody
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
