package org.postern.auth.arc;

import org.postern.auth.dkim.AskedKeys;
import org.postern.auth.dkim.canonical.BodyHashes;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.auth.dkim.DkimKeys;
import org.postern.auth.dkim.KeyName;
import org.postern.auth.dkim.SignedFields;
import org.postern.auth.dkim.Unacceptable;
import org.postern.mail.HeaderSection;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The chain of one message, on the way to its result. For one thread. */
public final class ArcValidation {
    private final HeaderSection header;
    private final List<ArcSet> sets;
    private final ArcResult settled;
    private final AskedKeys keys;

    ArcValidation(HeaderSection header, DkimKeys keys) {
        this.header = header;
        List<ArcSet> read = List.of();
        ArcResult result = ArcResult.without(ChainStatus.NONE, "no chain");
        if (ArcSets.areIn(header)) {
            try {
                read = ArcSets.of(header);
            } catch (Unacceptable e) {
                result = ArcResult.without(ChainStatus.FAIL, e.getMessage());
            }
        }
        this.sets = read;
        this.settled = result;
        this.keys = keys.ask(names());
    }

    /** What decides comes first: the newest message signature, then the seals. */
    private Set<KeyName> names() {
        Set<KeyName> names = new LinkedHashSet<>();
        if (!sets.isEmpty()) {
            sets.getLast().readings().forEach(one -> names.add(one.key()));
            sets.reversed().forEach(set -> names.add(set.seal().key()));
            sets.reversed().forEach(set -> set.readings().forEach(one -> names.add(one.key())));
        }
        return names;
    }

    /** {@return which hashes of the body {@link #result} needs} */
    public Collection<BodyNeed> needs() {
        Set<BodyNeed> needs = new LinkedHashSet<>();
        sets.forEach(set -> set.readings().forEach(one -> needs.add(one.need())));
        return needs;
    }

    /**
     * {@return what the chain comes to}
     *
     * @param hashes of the whole body, {@link #needs} among them
     * @param most how long the keys are still waited for
     * @throws InterruptedException when interrupted while waiting
     */
    public ArcResult result(BodyHashes hashes, Duration most) throws InterruptedException {
        if (sets.isEmpty()) {
            return settled;
        }
        keys.await(most);
        return new ArcChain(sets, keys, new SignedFields(header), hashes).result();
    }
}
