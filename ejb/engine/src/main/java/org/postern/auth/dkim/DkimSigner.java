package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.auth.dkim.canonical.Sha256;
import org.postern.mail.HeaderSection;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Signs messages (RFC 6376, 5), relaxed in header section and body, the whole body always. For all threads.
 *
 * <p>Feed a {@link BodyHasher} with {@link #NEED}; the fields that come of it stand on top of the unchanged content.
 */
public final class DkimSigner {
    /** The hash of the body that a signature holds. */
    public static final BodyNeed NEED = BodyNeed.whole(Canonicalization.RELAXED);

    private final InstantSource clock;

    public DkimSigner(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * {@return one DKIM-Signature field for each key, in their order, each with its line end; nothing where the header section has no From, or
     * cannot be read to its end: no such signature would ever verify}
     *
     * @param hashes of the whole body, {@link #NEED} among them
     * @throws IllegalArgumentException when the hash is missing, or a key is not of its algorithm
     */
    public Optional<byte[]> sign(HeaderSection header, BodyHashes hashes, List<SigningKey> keys) {
        SignedFields fields = new SignedFields(header);
        if (!header.isWellFormed() || fields.count("from") == 0) {
            return Optional.empty();
        }
        byte[] bodyHash = hashes.hash(NEED).orElseThrow(() -> new IllegalArgumentException("the body was not hashed"));
        List<String> names = SigningNames.of(fields);
        List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        fields.select(lower, any -> true)
                .forEach(one -> covered.writeBytes(Canonicalization.RELAXED.field(one.octets())));
        ByteArrayOutputStream signatures = new ByteArrayOutputStream();
        for (SigningKey key : keys) {
            FoldedField field = unsigned(key, names, bodyHash);
            byte[] own = SignedFields.unsigned(field.octets(), Canonicalization.RELAXED);
            field.stream(Base64.getEncoder().encodeToString(signature(key, covered.toByteArray(), own)));
            signatures.writeBytes(field.octets());
        }
        return Optional.of(signatures.toByteArray());
    }

    private FoldedField unsigned(SigningKey key, List<String> names, byte[] bodyHash) {
        FoldedField field = new FoldedField("DKIM-Signature");
        field.word("v=1;");
        field.word("a=" + key.algorithm().text() + ";");
        field.word("c=relaxed/relaxed;");
        field.word("d=" + key.domain().key() + ";");
        field.word("s=" + key.selector().key() + ";");
        field.word("t=" + clock.instant().getEpochSecond() + ";");
        field.word("h=" + names.getFirst());
        names.stream().skip(1).forEach(name -> field.piece(":" + name));
        field.stream(";");
        field.word("bh=" + Base64.getEncoder().encodeToString(bodyHash) + ";");
        field.word("b=");
        return field;
    }

    private static byte[] signature(SigningKey key, byte[] covered, byte[] own) {
        try {
            Signature signature = Signature.getInstance(key.algorithm().signatureName());
            signature.initSign(key.key());
            if (key.algorithm() == Algorithm.RSA_SHA256) {
                signature.update(covered);
                signature.update(own);
            } else {
                var digest = Sha256.digest();
                digest.update(covered);
                signature.update(digest.digest(own));
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key of " + key.domain() + " cannot sign", e);
        }
    }
}
