package org.postern.auth.arc;

import org.postern.auth.dkim.AskedKeys;
import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.auth.dkim.MessageSignature;
import org.postern.auth.dkim.ResultWord;
import org.postern.auth.dkim.SignedFields;
import org.postern.auth.dkim.Unacceptable;
import org.postern.mail.HeaderField;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A chain whose sets are in order, tried with the keys (RFC 8617, 5.2, steps 4 to 7). */
final class ArcChain {
    private final List<ArcSet> sets;
    private final AskedKeys keys;
    private final SignedFields fields;
    private final BodyHashes hashes;

    ArcChain(List<ArcSet> sets, AskedKeys keys, SignedFields fields, BodyHashes hashes) {
        this.sets = sets;
        this.keys = keys;
        this.fields = fields;
        this.hashes = hashes;
    }

    ArcResult result() {
        List<Unacceptable> faults = new ArrayList<>();
        messageFault(sets.getLast()).ifPresent(faults::add);
        if (faults.stream().allMatch(ArcChain::isTemporary)) {
            faults.addAll(sealFaults());
        }
        Optional<Unacceptable> fault = faults.stream().filter(one -> !isTemporary(one)).findFirst();
        if (fault.isPresent()) {
            return ArcResult.without(ChainStatus.FAIL, fault.get().getMessage());
        }
        if (!faults.isEmpty()) {
            return ArcResult.without(ChainStatus.UNKNOWN, faults.getFirst().getMessage());
        }
        return new ArcResult(ChainStatus.PASS, "sets: " + sets.size(), oldestPass(),
                sets.stream().map(set -> set.seal().domain()).toList(),
                Optional.of(sets.getLast().resultsText()));
    }

    private static boolean isTemporary(Unacceptable fault) {
        return fault.word() == ResultWord.TEMPERROR;
    }

    private Optional<Unacceptable> messageFault(ArcSet set) {
        Optional<Unacceptable> fault = Optional.of(Unacceptable.broken("a message signature that cannot be read"));
        for (MessageSignature reading : set.readings()) {
            try {
                reading.check(reading.proof(keys, false), fields, set.messageField(), hashes);
                return Optional.empty();
            } catch (Unacceptable e) {
                fault = Optional.of(new Unacceptable(e.word(), "message signature: " + e.getMessage()));
            }
        }
        return fault;
    }

    /** From the newest to the first; ends with one that can never hold. */
    private List<Unacceptable> sealFaults() {
        byte[] canonical = canonical();
        int length = canonical.length;
        List<Unacceptable> faults = new ArrayList<>();
        for (int instance = sets.size(); instance > 0; instance--) {
            HeaderField seal = sets.get(instance - 1).sealField();
            length -= relaxed(seal).length;
            try {
                sets.get(instance - 1).seal().check(keys, sealed(canonical, length, seal));
            } catch (Unacceptable e) {
                faults.add(new Unacceptable(e.word(), "seal " + instance + ": " + e.getMessage()));
                if (!isTemporary(e)) {
                    break;
                }
            }
            length -= relaxed(sets.get(instance - 1).messageField()).length
                    + relaxed(sets.get(instance - 1).results()).length;
        }
        return faults;
    }

    /** {@return all fields of all sets, relaxed, in the order in which seals cover them (RFC 8617, 5.1.1)} */
    private byte[] canonical() {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        for (ArcSet set : sets) {
            canonical.writeBytes(relaxed(set.results()));
            canonical.writeBytes(relaxed(set.messageField()));
            canonical.writeBytes(relaxed(set.sealField()));
        }
        return canonical.toByteArray();
    }

    /** {@return what a seal seals: all that stands before it, and itself} */
    private static byte[] sealed(byte[] canonical, int before, HeaderField seal) {
        byte[] own = SignedFields.unsigned(seal.octets(), Canonicalization.RELAXED);
        byte[] sealed = Arrays.copyOf(canonical, before + own.length);
        System.arraycopy(own, 0, sealed, before, own.length);
        return sealed;
    }

    private static byte[] relaxed(HeaderField field) {
        return Canonicalization.RELAXED.field(field.octets());
    }

    /** RFC 8617, 5.2, step 5. */
    private int oldestPass() {
        for (int instance = sets.size() - 1; instance > 0; instance--) {
            if (messageFault(sets.get(instance - 1)).isPresent()) {
                return instance + 1;
            }
        }
        return 0;
    }
}
