package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies the signatures of messages (RFC 6376, 6). For all threads.
 *
 * <p>Once the header section is known, {@link #begin} has the keys asked for; a {@link BodyHasher} is fed while the content passes by; then
 * {@link DkimVerification#results} judges. Nothing that a stranger wrote makes any of them throw.
 */
public final class DkimVerifier {
    /** How many signatures of a message are looked at, from the top (RFC 6376, 8.4). */
    public static final int MOST_SIGNATURES = 10;

    private final DkimKeys keys;
    private final InstantSource clock;

    public DkimVerifier(DkimKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** {@return the verification of a message with this header section; its keys are being asked for already} */
    public DkimVerification begin(HeaderSection header) {
        return new DkimVerification(header, keys, clock.instant());
    }

    /** {@return the domains that say that they have signed, of the signatures that are looked at; whether they have is another question} */
    public static List<Domain> claimed(HeaderSection header) {
        List<Domain> domains = new ArrayList<>();
        header.fields()
                .stream()
                .filter(field -> field.isNamed(DkimVerification.FIELD))
                .limit(MOST_SIGNATURES)
                .forEach(field -> {
                    try {
                        domains.add(new SignatureTags(TagList.of(field.body())).domain());
                    } catch (Unacceptable e) {
                        // names nobody
                    }
                });
        return domains;
    }
}
