package org.postern.identity;

import java.nio.charset.StandardCharsets;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** XOAUTH2, which some clients still speak, in terms of OAUTHBEARER (RFC 7628), which came of it. */
final class Xoauth2Server extends DelegatingServer {
    private static final char SEPARATOR = '\u0001';
    private static final String USER = "user=";

    Xoauth2Server(SaslServer oauthbearer) {
        super(oauthbearer);
    }

    @Override
    public byte[] evaluateResponse(byte[] response) throws SaslException {
        String text = new String(response, StandardCharsets.UTF_8);
        int end = text.indexOf(SEPARATOR);
        if (response.length == 0 || !text.startsWith(USER) || end < 0) {
            return super.evaluateResponse(response);
        }
        String name = text.substring(USER.length(), end).replace("=", "=3D").replace(",", "=2C");
        return super.evaluateResponse(("n,a=" + name + "," + text.substring(end)).getBytes(StandardCharsets.UTF_8));
    }
}
