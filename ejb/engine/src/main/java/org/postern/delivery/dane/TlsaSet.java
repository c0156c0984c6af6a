package org.postern.delivery.dane;

import org.postern.dns.TlsaRecord;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The TLSA records of a server, and which of them count. */
record TlsaSet(List<TlsaRecord> all) {
    /** The most that are looked at; the rest vouches for nothing. */
    private static final int MOST = 32;
    private static final int FULL = 0;
    private static final int SHA_256 = 1;
    private static final int SHA_512 = 2;
    private static final Comparator<TlsaRecord> ORDER = Comparator.comparing(TlsaRecord::toString);

    /**
     * {@return the records that can be used, always in the same order: DANE-TA and DANE-EE (RFC 7672, 3.1.3), well-formed, and of
     * several digests of one kind the strongest alone (RFC 7671, 9)}
     */
    List<TlsaRecord> usable() {
        List<TlsaRecord> fit = all.stream().filter(TlsaSet::isUsable).sorted(ORDER).limit(MOST).toList();
        Map<Integer, Integer> strongest = new HashMap<>();
        fit.forEach(tlsa -> strongest.merge(kind(tlsa), tlsa.matching(), Math::max));
        return fit.stream()
                .filter(tlsa -> tlsa.matching() == FULL || tlsa.matching() == strongest.get(kind(tlsa)))
                .toList();
    }

    private static int kind(TlsaRecord tlsa) {
        return 2 * tlsa.usage() + tlsa.selector();
    }

    private static boolean isUsable(TlsaRecord tlsa) {
        boolean known = (tlsa.usage() == TlsaRecord.DANE_TA || tlsa.usage() == TlsaRecord.DANE_EE)
                && (tlsa.selector() == 0 || tlsa.selector() == 1);
        return known && switch (tlsa.matching()) {
            case FULL -> !tlsa.association().isEmpty();
            case SHA_256 -> tlsa.association().length() == 64;
            case SHA_512 -> tlsa.association().length() == 128;
            default -> false;
        };
    }

    /** {@return its records for reports} */
    List<String> lines() {
        return all.stream().sorted(ORDER).limit(MOST).map(TlsaRecord::toString).toList();
    }
}
