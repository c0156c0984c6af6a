package org.postern.auth.dkim.canonical;

import java.util.Map;
import java.util.Optional;

/** What a {@link BodyHasher} has made of a body. */
public final class BodyHashes {
    private final Map<BodyNeed, byte[]> hashes;
    private final Map<Canonicalization, Long> lengths;

    BodyHashes(Map<BodyNeed, byte[]> hashes, Map<Canonicalization, Long> lengths) {
        this.hashes = hashes;
        this.lengths = lengths;
    }

    /** {@return the hash, if the hasher was told of this need} */
    public Optional<byte[]> hash(BodyNeed need) {
        return Optional.ofNullable(hashes.get(need)).map(byte[]::clone);
    }

    /** {@return how many octets the canonical body has; 0 where nobody needed it} */
    public long length(Canonicalization canonicalization) {
        return lengths.getOrDefault(canonicalization, 0L);
    }
}
