package org.postern.auth.dkim.canonical;

import org.postern.mail.HeaderSection;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes all hashes of a body that are needed while its octets pass by once (RFC 6376, 3.4.3 to 3.4.5). Holds 16 KB and two digests,
 * however long the body is and however many hashes of it are needed. What is not needed costs nothing. For one thread.
 */
public final class BodyHasher {
    private final Map<Canonicalization, CanonicalBody> bodies = new EnumMap<>(Canonicalization.class);
    private final Map<Canonicalization, BodyDigest> digests = new EnumMap<>(Canonicalization.class);
    private long left;

    private BodyHasher(long left, Collection<BodyNeed> needs) {
        this.left = left;
        for (Canonicalization one : Canonicalization.values()) {
            List<Long> limits = needs.stream()
                    .filter(n -> n.canonicalization() == one)
                    .map(BodyNeed::limit)
                    .distinct()
                    .toList();
            if (!limits.isEmpty()) {
                BodyDigest digest = new BodyDigest(limits);
                digests.put(one, digest);
                bodies.put(one, new CanonicalBody(one, digest));
            }
        }
    }

    /**
     * {@return a hasher that is given all octets of the content, from the first one of the header section}
     *
     * @param header of that content; well formed, or nobody needs anything of its body
     */
    public static BodyHasher of(HeaderSection header, Collection<BodyNeed> needs) {
        return new BodyHasher(header.length() + 2L, needs);
    }

    /** Takes the next octets of the content; the array may be used for others afterwards. */
    public void update(byte[] octets, int offset, int length) {
        int skipped = (int) Math.min(left, length);
        left -= skipped;
        if (skipped < length) {
            bodies.values().forEach(body -> body.update(octets, offset + skipped, length - skipped));
        }
    }

    /** {@return the hashes; nothing may be given to this hasher any more} */
    public BodyHashes end() {
        Map<Canonicalization, Long> lengths = new EnumMap<>(Canonicalization.class);
        Map<BodyNeed, byte[]> hashes = new HashMap<>();
        bodies.values().forEach(CanonicalBody::end);
        digests.forEach((one, digest) -> {
            lengths.put(one, digest.length());
            digest.end().forEach((limit, hash) -> hashes.put(new BodyNeed(one, limit), hash));
        });
        return new BodyHashes(hashes, lengths);
    }
}
