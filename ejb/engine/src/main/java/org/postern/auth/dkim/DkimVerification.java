package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.mail.HeaderField;
import org.postern.mail.HeaderSection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The signatures of one message, on the way to their results. For one thread. */
public final class DkimVerification {
    static final String FIELD = "DKIM-Signature";

    private final HeaderSection header;
    private final List<Candidate> candidates;
    private final AskedKeys keys;

    DkimVerification(HeaderSection header, DkimKeys keys, Instant now) {
        this.header = header;
        this.candidates = header.fields()
                .stream()
                .filter(field -> field.isNamed(FIELD))
                .limit(DkimVerifier.MOST_SIGNATURES)
                .map(field -> read(field, now))
                .toList();
        this.keys = keys.ask(judgeable().stream().map(one -> one.signature.signature().key()).toList());
    }

    /** A signature, as far as it is known before the body has passed by. */
    private sealed interface Candidate {}

    private record Judgeable(HeaderField field, TagList tags, DkimSignature signature) implements Candidate {}

    private record Settled(SignatureResult result) implements Candidate {}

    private Candidate read(HeaderField field, Instant now) {
        TagList tags;
        try {
            tags = TagList.of(field.body());
        } catch (Unacceptable e) {
            return new Settled(SignatureResult.unreadable(e));
        }
        try {
            if (!header.isWellFormed()) {
                throw Unacceptable.broken("the header section is too large, or has lines that are no fields");
            }
            return new Judgeable(field, tags, DkimSignature.of(tags, now));
        } catch (Unacceptable e) {
            return new Settled(SignatureResult.of(tags, e.word(), false, e.getMessage()));
        }
    }

    private List<Judgeable> judgeable() {
        List<Judgeable> judgeable = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate instanceof Judgeable one) {
                judgeable.add(one);
            }
        }
        return judgeable;
    }

    /** {@return which hashes of the body {@link #results} needs} */
    public Collection<BodyNeed> needs() {
        Set<BodyNeed> needs = new LinkedHashSet<>();
        judgeable().forEach(one -> needs.add(one.signature.signature().need()));
        return needs;
    }

    /**
     * {@return what was found of each signature}
     *
     * @param hashes of the whole body, {@link #needs} among them
     * @param most how long the keys are still waited for; what is not there then is {@link ResultWord#TEMPERROR}
     * @throws InterruptedException when interrupted while waiting
     */
    public DkimResults results(BodyHashes hashes, Duration most) throws InterruptedException {
        keys.await(most);
        SignedFields fields = new SignedFields(header);
        List<SignatureResult> results = new ArrayList<>();
        for (Candidate candidate : candidates) {
            results.add(switch (candidate) {
                case Settled(SignatureResult result) -> result;
                case Judgeable judgeable -> judge(judgeable, fields, hashes);
            });
        }
        return new DkimResults(results, header.count(FIELD) - candidates.size());
    }

    private SignatureResult judge(Judgeable one, SignedFields fields, BodyHashes hashes) {
        MessageSignature signature = one.signature.signature();
        SignatureProof proof;
        try {
            proof = signature.proof(keys, !one.signature.sameDomain());
        } catch (Unacceptable e) {
            return SignatureResult.of(one.tags, e.word(), false, e.getMessage());
        }
        boolean test = proof.isTest();
        try {
            int bits = signature.check(proof, fields, one.field, hashes);
            return SignatureResult.of(one.tags, ResultWord.PASS, test, bits + "-bit key");
        } catch (Unacceptable e) {
            boolean excused = test && e.word() == ResultWord.FAIL;
            return SignatureResult.of(one.tags, excused ? ResultWord.NEUTRAL : e.word(), test, e.getMessage());
        }
    }
}
