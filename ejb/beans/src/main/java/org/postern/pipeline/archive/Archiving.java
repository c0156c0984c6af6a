package org.postern.pipeline.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.archive.ArchiveRooms;
import org.postern.archive.Archives;
import org.postern.archive.MailArchive;
import org.postern.config.rule.ArchiveRule;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;
import org.postern.smtp.wire.EnvelopeText;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was handed over. What comes again, after a kill or because it was handed over again, is kept once. */
@Singleton
public class Archiving {
    private final MailArchive archive;
    private final Archives archives;
    private final ArchiveRooms rooms;

    @Inject
    Archiving(MailArchive archive, Archives archives, ArchiveRooms rooms) {
        this.archive = archive;
        this.archives = archives;
        this.rooms = rooms;
    }

    /**
     * Keeps it, for as long as the table of its application says; nothing where there is no such table any more, or the message alone is more than that keeps.
     *
     * @param time when it was handed over
     * @throws RuntimeException when it cannot be kept now, or was never handed over
     */
    public void keep(QueuedMail mail, Instant time) {
        Destination place = mail.destination()
                .filter(Destination::isApplication)
                .orElseThrow(() -> new IllegalStateException("it was handed over to no application"));
        Optional<ArchiveRule> rule = archives.of(place);
        if (rule.filter(one -> mail.message().content().size() <= one.octets()).isPresent()) {
            keep(mail, place, time, rule.get());
        }
    }

    private void keep(QueuedMail mail, Destination place, Instant time, ArchiveRule rule) {
        String key = key(mail, place);
        boolean isNew = archive.keep(key, mail, time, Optional.of(time.plus(rule.time())));
        if (!archive.holds(key)) {
            throw new IllegalStateException("the database does not show what it has committed a moment ago");
        }
        if (isNew) {
            bound(place, mail.message().content().size());
        }
    }

    private void bound(Destination place, long octets) {
        try {
            rooms.took(place, octets);
        } catch (RuntimeException e) {
            ArchiveLog.LOG.tooMuch(place.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** One message goes to one place more than once where lists name owners of their own. */
    private static String key(QueuedMail mail, Destination place) {
        byte[] envelope = EnvelopeText.write(mail.message().envelope()).getBytes(StandardCharsets.UTF_8);
        return mail.message().id().text() + ">" + place + ">" + UUID.nameUUIDFromBytes(envelope);
    }
}
