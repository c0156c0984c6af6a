package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.AuditLog;
import org.postern.admin.access.Told;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
     * Does something about a person and writes it, both in one transaction or neither.
     *
     * @param how what else there is to be told; no secret
     * @param deed gives back whether it was done; if not, nothing is written
     * @return whether it was done
     */
    boolean keep(ConsoleUser user, String act, Sentence how, BooleanSupplier deed) {
        return keep(user, act, Act.NOTHING, how, deed);
    }

    /**
     * The same of what makes something else of them.
     *
     * @param before what they were
     * @param after what they are
     */
    boolean keep(ConsoleUser user, String act, Sentence before, Sentence after, BooleanSupplier deed) {
        AuditLine line = new AuditLine(0, clock.instant(), user.name(), user.role(), act, user.name(),
                before.toString(), after.toString());
        try {
            return log.together(deed::getAsBoolean, done -> Optional.of(Told.only(line)).filter(any -> done));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
