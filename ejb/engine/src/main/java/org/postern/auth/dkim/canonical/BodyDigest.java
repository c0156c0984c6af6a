package org.postern.auth.dkim.canonical;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** SHA-256 of a canonical body, and of its beginnings: all octets are hashed once, whatever the number of limits. */
final class BodyDigest {
    private final MessageDigest digest = Sha256.digest();
    private final long[] limits;
    private final Map<Long, byte[]> hashes = new HashMap<>();
    private int next;
    private long length;

    BodyDigest(Collection<Long> limits) {
        this.limits = limits.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    void update(byte[] octets, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (next < limits.length && limits[next] - length <= end - at) {
            int part = (int) (limits[next] - length);
            hash(octets, at, part);
            at += part;
            hashes.put(limits[next], Sha256.soFar(digest));
            next++;
        }
        hash(octets, at, end - at);
    }

    private void hash(byte[] octets, int offset, int count) {
        digest.update(octets, offset, count);
        length += count;
    }

    /** {@return how many octets there were} */
    long length() {
        return length;
    }

    /** {@return the hash of the beginning with each limit; of all, where the limit lies behind the end} */
    Map<Long, byte[]> end() {
        byte[] all = digest.digest();
        for (; next < limits.length; next++) {
            hashes.put(limits[next], all);
        }
        return hashes;
    }
}
