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
    private static final String PROOF = ",p=";
    private static final int NONCE_LENGTH = 28;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DecoySalts salts;
    private boolean begun;
    private boolean pretending;

    ScramDecoy(SaslServer scram, DecoySalts salts) {
        super(scram);
        this.salts = salts;
    }

    @Override
    public byte[] evaluateResponse(byte[] response) throws SaslException {
        boolean first = !begun && response.length > 0;
        if (pretending || (begun && !isReadable(response))) {
            throw new SaslException("not proved");
        }
        begun |= first;
        try {
            return unlessItSaysWhy(super.evaluateResponse(response));
        } catch (SaslException e) {
            String name = ClaimedName.of(getMechanismName(), response);
            String message = new String(response, StandardCharsets.UTF_8);
            int nonce = message.indexOf(NONCE);
            if (!first || name.isEmpty() || nonce < 0 || FailureCause.isTemporary(e)) {
                throw e;
            }
            pretending = true;
            return question(name, message.substring(nonce + NONCE.length()).split(",", 2)[0]);
        }
    }

    /** Elytron computes with a proof of any length, and fails by that only for a user who exists. */
    private boolean isReadable(byte[] response) {
        String message = new String(response, StandardCharsets.ISO_8859_1);
        int proof = message.lastIndexOf(PROOF);
        try {
            return isComplete() || (proof >= 0
                    && Base64.getDecoder().decode(message.substring(proof + PROOF.length())).length == proofLength());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private int proofLength() {
        return getMechanismName().contains("SHA-512") ? 64 : 32;
    }

    /** Of a user who exists, Elytron tells what is wrong with the proof (RFC 5802, 7); of others there is nothing to tell. */
    private static byte[] unlessItSaysWhy(byte[] challenge) throws SaslException {
        if (challenge != null && challenge.length > 1 && challenge[0] == 'e' && challenge[1] == '=') {
            throw new SaslException("not proved");
        }
        return challenge;
    }

    private byte[] question(String name, String clientNonce) {
        Base64.Encoder base64 = Base64.getEncoder();
        String salt = base64.encodeToString(salts.of(name));
        return ("r=" + clientNonce + nonce() + ",s=" + salt + ",i=" + ScramVerifier.ITERATIONS)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As Elytron makes one: all that can be printed, but for the comma (RFC 5802, 7). */
    private static String nonce() {
        return RANDOM.ints('!', '~' + 1)
                .filter(c -> c != ',')
                .limit(NONCE_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
