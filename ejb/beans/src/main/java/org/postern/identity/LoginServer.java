package org.postern.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** LOGIN (draft-murchison-sasl-login): asks for name and password one after the other, and has PLAIN judge them. */
final class LoginServer extends DelegatingServer {
    private static final byte[] ASK_NAME = "Username:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ASK_PASSWORD = "Password:".getBytes(StandardCharsets.US_ASCII);
    private Optional<byte[]> name = Optional.empty();

    LoginServer(SaslServer plain) {
        super(plain);
    }

    @Override
    public byte[] evaluateResponse(byte[] response) throws SaslException {
        if (name.isEmpty()) {
            if (response.length == 0) {
                return ASK_NAME.clone();
            }
            name = Optional.of(response.clone());
            return ASK_PASSWORD.clone();
        }
        return super.evaluateResponse(plain(name.get(), response));
    }

    /** A NUL would shift what is name and what is password. */
    private static byte[] plain(byte[] name, byte[] password) throws SaslException {
        if (hasNul(name) || hasNul(password)) {
            throw new SaslException("NUL in name or password");
        }
        return ByteBuffer.allocate(name.length + password.length + 2)
                .put((byte) 0)
                .put(name)
                .put((byte) 0)
                .put(password)
                .array();
    }

    private static boolean hasNul(byte[] octets) {
        for (byte octet : octets) {
            if (octet == 0) {
                return true;
            }
        }
        return false;
    }
}
