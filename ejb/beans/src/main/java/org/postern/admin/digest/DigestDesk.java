package org.postern.admin.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Role;
import org.postern.pipeline.digest.Digests;

/** What an operator can do about the letters. */
@Desk
@Singleton
public class DigestDesk {
    private final Digests digests;

    @Inject
    DigestDesk(Digests digests) {
        this.digests = digests;
    }

    /**
     * {@return how many recipients were told now of what is new to them and a minute old, whatever the time; the next letters tell of the rest}
     *
     * @throws IllegalArgumentException saying what has to be set first
     * @throws IllegalStateException when not all could be told now
     */
    @Acts(value = Role.OPERATOR, as = "digests sent")
    public int now() {
        if (!digests.isOn()) {
            throw new IllegalArgumentException(Digests.OFF);
        }
        try {
            return digests.write(true);
        } catch (Exception e) {
            throw new IllegalStateException("Not all could be told: " + e.getMessage(), e);
        }
    }
}
