package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.mail.Domain;
import org.postern.mail.HeaderField;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** What a DKIM-Signature (RFC 6376, 3.5) and an ARC-Message-Signature (RFC 8617, 4.1.2) have in common, read. */
public final class MessageSignature {
    private final Algorithm algorithm;
    private final Domain domain;
    private final KeyName key;
    private final Canonicalization header;
    private final Canonicalization body;
    private final List<String> names;
    private final byte[] bodyHash;
    private final byte[] signature;
    private final OptionalLong limit;
    private final OptionalLong time;

    private MessageSignature(SignatureTags tags, Canonicalization unsaid) throws Unacceptable {
        algorithm = tags.algorithm();
        domain = tags.domain();
        key = KeyName.of(tags.selector(), domain);
        List<Canonicalization> both = tags.canonicalizations(unsaid);
        header = both.getFirst();
        body = both.getLast();
        names = List.copyOf(tags.names());
        bodyHash = tags.octets("bh");
        signature = tags.octets("b");
        limit = tags.number("l");
        time = tags.number("t");
    }

    /**
     * {@return the signature with these tags}
     *
     * @param unsaid the canonicalization, if they do not say it: {@code SIMPLE} by RFC 6376, 3.5
     * @throws Unacceptable when it cannot be one
     */
    public static MessageSignature of(TagList tags, Canonicalization unsaid) throws Unacceptable {
        return new MessageSignature(new SignatureTags(tags), unsaid);
    }

    /** {@return who signed} */
    public Domain domain() {
        return domain;
    }

    /** {@return where the key is published} */
    public KeyName key() {
        return key;
    }

    /** {@return the names of the fields that are signed, in lower case, in order} */
    public List<String> names() {
        return names;
    }

    /** {@return when it says to have been made, in seconds since 1970} */
    OptionalLong time() {
        return time;
    }

    Canonicalization header() {
        return header;
    }

    /** {@return the hash of the body that it needs to be judged} */
    public BodyNeed need() {
        return new BodyNeed(body, limit.orElse(BodyNeed.ALL));
    }

    /**
     * {@return the keys against which it may be tried}
     *
     * @param below whether its identity is in a domain below its own
     * @throws Unacceptable when there is none, or nobody knows
     */
    public SignatureProof proof(AskedKeys keys, boolean below) throws Unacceptable {
        return SignatureProof.of(keys.of(key), algorithm, below);
    }

    /**
     * Looks whether body and header section are those that were signed, and all of the body is covered.
     *
     * @param own the field that it stands in
     * @return the size of the key that signed, in bits
     * @throws Unacceptable when they are not
     */
    public int check(SignatureProof proof, SignedFields fields, HeaderField own, BodyHashes hashes)
            throws Unacceptable {
        checkBody(hashes);
        int bits = proof.prove(fields.octets(this, own), signature);
        checkCover(hashes);
        return bits;
    }

    private void checkBody(BodyHashes hashes) throws Unacceptable {
        long length = hashes.length(body);
        if (limit.isPresent() && limit.getAsLong() > length) {
            throw Unacceptable.broken("l=" + limit.getAsLong() + " is more than the body has, " + length + " octets");
        }
        byte[] hash = hashes.hash(need())
                .orElseThrow(() -> new Unacceptable(ResultWord.TEMPERROR, "the body was not hashed"));
        if (!Arrays.equals(hash, bodyHash)) {
            throw new Unacceptable(ResultWord.FAIL, "the body is not the one that was signed");
        }
    }

    /** What stands behind the end of a signature is anybody's (RFC 6376, 8.2). */
    private void checkCover(BodyHashes hashes) throws Unacceptable {
        long length = hashes.length(body);
        if (limit.isPresent() && limit.getAsLong() < length) {
            throw new Unacceptable(ResultWord.POLICY,
                    "only " + limit.getAsLong() + " of " + length + " octets of the body are signed");
        }
    }
}
