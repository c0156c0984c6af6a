package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.AuditLog;

import java.time.InstantSource;

/** Keeps what people do about themselves, before they are let in or about their own password. */
@Singleton
public class OwnDeeds {
    private final AuditLog log;
    private final InstantSource clock;

    @Inject
    OwnDeeds(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes that somebody did something.
     *
     * @param how what else there is to be told; no secret
     */
    void keep(ConsoleUser user, String act, String how) {
        log.write(new AuditLine(0, clock.instant(), user.name(), user.role(), act, user.name(), "", how));
    }
}
