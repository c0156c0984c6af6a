package org.postern.auth.arc;

import org.postern.auth.dkim.DkimKeys;
import org.postern.mail.HeaderSection;

/**
 * Validates chains (RFC 8617, 5.2). For all threads.
 *
 * <p>Once the header section is known, {@link #begin} has the keys asked for; the hasher that DKIM has hashes for both; then
 * {@link ArcValidation#result} judges. Nothing that a stranger wrote makes any of them throw.
 */
public final class ArcValidator {
    /** How many sets a chain may have (RFC 8617, 4.2.1); a longer one fails. */
    public static final int MOST_SETS = ArcSets.MOST;

    private final DkimKeys keys;

    public ArcValidator(DkimKeys keys) {
        this.keys = keys;
    }

    /** {@return the validation of the chain in this header section; its keys are being asked for already, if it can pass at all} */
    public ArcValidation begin(HeaderSection header) {
        return new ArcValidation(header, keys);
    }
}
