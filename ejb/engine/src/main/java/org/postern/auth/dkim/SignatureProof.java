package org.postern.auth.dkim;

import org.postern.auth.dkim.KeyRecord.Unusable;
import org.postern.auth.dkim.KeyRecord.Usable;
import org.postern.auth.dkim.canonical.Sha256;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;

/** Keys against which a signature may be tried. Of several at one name, any may be the one that signed (RFC 6376, 6.1.2). */
public final class SignatureProof {
    /** RFC 8301, 3.2. */
    private static final int FEWEST_BITS = 1024;
    /** Larger ones need not be known (RFC 8301, 3.2), and take too long to try. */
    private static final int MOST_BITS = 4096;
    private static final int MOST_EXPONENT_BITS = 33;

    private final Algorithm algorithm;
    private final List<Usable> keys;

    private SignatureProof(Algorithm algorithm, List<Usable> keys) {
        this.algorithm = algorithm;
        this.keys = keys;
    }

    /**
     * {@return those of the published keys that may go with a signature}
     *
     * @param below whether its identity is in a domain below that of the signature
     * @throws Unacceptable when there is none, or nobody knows
     */
    public static SignatureProof of(KeyAnswer answer, Algorithm algorithm, boolean below) throws Unacceptable {
        List<KeyRecord> records = switch (answer) {
            case KeyAnswer.Published(List<KeyRecord> published) -> published;
            case KeyAnswer.Missing(String reason) -> throw Unacceptable.broken(reason);
            case KeyAnswer.Unknown(String reason) -> throw new Unacceptable(ResultWord.TEMPERROR, reason);
        };
        List<Usable> keys = new ArrayList<>();
        List<Unacceptable> others = new ArrayList<>();
        for (KeyRecord record : records) {
            try {
                keys.add(fitting(record, algorithm, below));
            } catch (Unacceptable e) {
                others.add(e);
            }
        }
        if (keys.isEmpty()) {
            throw others.isEmpty() ? Unacceptable.broken("no key") : others.getFirst();
        }
        return new SignatureProof(algorithm, keys);
    }

    private static Usable fitting(KeyRecord record, Algorithm algorithm, boolean below) throws Unacceptable {
        Usable key = switch (record) {
            case Unusable(var reason) -> throw Unacceptable.broken(reason.toString());
            case Usable usable -> usable;
        };
        if (key.algorithm() != algorithm) {
            throw Unacceptable.broken("the key is of another type than the signature");
        }
        if (!key.sha256()) {
            throw Unacceptable.broken("the key is not for SHA-256");
        }
        if (!key.mail()) {
            throw Unacceptable.broken("the key is not for mail");
        }
        if (key.strict() && below) {
            throw Unacceptable.broken("the key is for its own domain alone, and i= is below it");
        }
        if (key.key() instanceof RSAPublicKey rsa) {
            checkSize(rsa.getModulus(), rsa.getPublicExponent());
        }
        return key;
    }

    private static void checkSize(BigInteger modulus, BigInteger exponent) throws Unacceptable {
        int bits = modulus.bitLength();
        if (bits < FEWEST_BITS) {
            throw new Unacceptable(ResultWord.POLICY, "a key of " + bits + " bits is too weak");
        }
        if (bits > MOST_BITS || exponent.bitLength() > MOST_EXPONENT_BITS) {
            throw new Unacceptable(ResultWord.POLICY, "the key is too large");
        }
    }

    /**
     * Tries the keys.
     *
     * @return the size of the one that signed, in bits
     * @throws Unacceptable when it was none of them
     */
    public int prove(byte[] octets, byte[] signature) throws Unacceptable {
        for (Usable key : keys) {
            if (verifies(key, octets, signature)) {
                return key.bits();
            }
        }
        throw new Unacceptable(ResultWord.FAIL,
                "the header section is not the one that was signed, or not with this key");
    }

    /** {@return whether all of them are of a domain that is only testing} */
    boolean isTest() {
        return keys.stream().allMatch(Usable::testing);
    }

    private boolean verifies(Usable key, byte[] octets, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm.signatureName());
            verifier.initVerify(key.key());
            verifier.update(algorithm == Algorithm.RSA_SHA256 ? octets : Sha256.digest().digest(octets));
            return verifier.verify(signature);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
