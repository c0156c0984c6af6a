package org.postern.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/**
 * SCRAM asks the client something that only a user has: a salt. Who does not exist is asked too, with a salt that is always the same
 * for the same name, so that nobody learns who exists (RFC 5802, 9).
 */
final class ScramDecoy extends DelegatingServer {
    private static final String NONCE = ",r=";

    private final DecoySalts salts;
    private boolean begun;
    private boolean pretending;

    ScramDecoy(SaslServer scram, DecoySalts salts) {
        super(scram);
        this.salts = salts;
    }

    @Override
    public byte[] evaluateResponse(byte[] response) throws SaslException {
        if (pretending) {
            throw new SaslException("there is no such user");
        }
        boolean first = !begun && response.length > 0;
        begun |= first;
        try {
            return super.evaluateResponse(response);
        } catch (SaslException e) {
            String message = new String(response, StandardCharsets.UTF_8);
            int nonce = message.indexOf(NONCE);
            if (!first || nonce < 0 || FailureCause.isTemporary(e)) {
                throw e;
            }
            pretending = true;
            return question(response, message.substring(nonce + NONCE.length()).split(",", 2)[0]);
        }
    }

    private byte[] question(byte[] message, String clientNonce) {
        Base64.Encoder base64 = Base64.getEncoder();
        String salt = base64.encodeToString(salts.of(ClaimedName.of(getMechanismName(), message)));
        return ("r=" + clientNonce + base64.encodeToString(random(18)) + ",s=" + salt + ",i="
                + ScramVerifier.ITERATIONS).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int octets) {
        byte[] result = new byte[octets];
        new SecureRandom().nextBytes(result);
        return result;
    }
}
