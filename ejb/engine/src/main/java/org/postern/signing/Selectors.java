package org.postern.signing;

import org.postern.auth.dkim.Algorithm;
import org.postern.mail.Domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Names for new keys: the day, a number where the day has several, and the algorithm, such as {@code 20261231-rsa} and {@code 20261231-2-ed25519}. */
public final class Selectors {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);

    private Selectors() {}

    /** {@return the name that all algorithms of this moment share, of which none is taken} */
    public static String stem(Instant now, Set<Domain> taken) {
        String day = DAY.format(now).substring(0, 8);
        String stem = day;
        for (int n = 2; isTaken(stem, taken); n++) {
            stem = day + "-" + n;
        }
        return stem;
    }

    private static boolean isTaken(String stem, Set<Domain> taken) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (taken.contains(selector(stem, algorithm))) {
                return true;
            }
        }
        return false;
    }

    /** {@return the selector of a key} */
    public static Domain selector(String stem, Algorithm algorithm) {
        return new Domain(stem + "-" + algorithm.keyType());
    }
}
