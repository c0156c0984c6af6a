package org.postern.store.parked;

import jakarta.persistence.EntityManager;
import org.postern.mail.Content;

import java.io.IOException;
import java.io.InputStream;

/**
 * Puts the content of parked mail into the database and takes it out again, no faster than the database writes it to its disk: H2 keeps
 * in memory what it has yet to write, however much that is.
 *
 * @param written returns when the database has written what it was given until then
 */
record PacedParts(EntityManager entities, Runnable written) {
    /** Content longer than this, in octets, is worth the waiting. */
    static final long LARGE = 1024 * 1024;
    /** After so many parts, 2 MiB, it is waited for. */
    private static final int AT_ONCE = 32;

    void write(String key, Content content) throws IOException {
        try (InputStream octets = content.open()) {
            int number = 0;
            byte[] part = octets.readNBytes(ParkedPartRow.SIZE);
            while (part.length > 0) {
                entities.persist(new ParkedPartRow(key, number++, part));
                entities.flush();
                entities.clear();
                if (number % AT_ONCE == 0) {
                    written.run();
                }
                part = octets.readNBytes(ParkedPartRow.SIZE);
            }
        }
    }

    /** Small content is left to whoever deletes the message that it belongs to. */
    void forget(String key, long size) {
        if (size <= LARGE) {
            return;
        }
        for (int first = 0; first <= size / ParkedPartRow.SIZE; first += AT_ONCE) {
            entities.createQuery("delete from ParkedPartRow p where p.id.parkedKey = :key"
                    + " and p.id.number >= :first and p.id.number < :next")
                    .setParameter("key", key)
                    .setParameter("first", first)
                    .setParameter("next", first + AT_ONCE)
                    .executeUpdate();
            written.run();
        }
    }
}
