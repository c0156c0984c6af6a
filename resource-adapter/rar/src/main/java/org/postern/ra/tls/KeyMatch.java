package org.postern.ra.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two keys are a pair: found out by a signature, which holds for every kind of key. */
final class KeyMatch {
    private static final byte[] SAMPLE = {'P', 'o', 's', 't', 'e', 'r', 'n'};

    private KeyMatch() {}

    static boolean of(PublicKey verifier, PrivateKey signer) throws GeneralSecurityException {
        if (!family(verifier.getAlgorithm()).equals(family(signer.getAlgorithm()))) {
            return false;
        }
        Signature signature = Signature.getInstance(family(signer.getAlgorithm()));
        signature.initSign(signer);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(verifier);
        signature.update(SAMPLE);
        return signature.verify(signed);
    }

    private static String family(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA", "RSASSA-PSS" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "EdDSA";
        };
    }
}
