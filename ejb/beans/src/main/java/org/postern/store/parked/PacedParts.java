package org.postern.store.parked;

import jakarta.persistence.EntityManager;
import org.postern.mail.Content;

import java.io.IOException;
import java.io.InputStream;

/**
 * Puts the content of mail into the database and takes it out again, no faster than the database writes it to its disk: H2 keeps
 * in memory what it has yet to write, however much that is.
 *
 * @param table where the parts are
 * @param written returns when the database has written what it was given until then
 */
public record PacedParts(EntityManager entities, Table table, Runnable written) {
    /** How long each part but the last is, in octets. */
    public static final int SIZE = 64 * 1024;
    /** Content longer than this, in octets, is worth the waiting. */
    static final long LARGE = 1024 * 1024;
    /** After so many parts, 2 MiB, it is waited for. */
    private static final int AT_ONCE = 32;

    /**
     * Rows with parts of messages.
     *
     * @param entity which these are
     * @param owner the attribute that names the message
     * @param number the attribute that says the how manieth
     */
    public record Table(String entity, String owner, String number) {}

    /** Makes rows for one message. */
    @FunctionalInterface
    public interface Rows {
        /** {@return the row of this part} */
        Object row(int number, byte[] octets);
    }

    /** Writes all of a content. */
    public void write(Content content, Rows rows) throws IOException {
        try (InputStream octets = content.open()) {
            int number = 0;
            byte[] part = octets.readNBytes(SIZE);
            while (part.length > 0) {
                entities.persist(rows.row(number++, part));
                entities.flush();
                entities.clear();
                if (number % AT_ONCE == 0) {
                    written.run();
                }
                part = octets.readNBytes(SIZE);
            }
        }
    }

    /** Small content is left to whoever deletes the message that it belongs to. */
    public void forget(Object key, long size) {
        if (size <= LARGE) {
            return;
        }
        for (int first = 0; first <= size / SIZE; first += AT_ONCE) {
            entities.createQuery("delete from " + table.entity() + " p where p." + table.owner() + " = :key and p."
                    + table.number() + " >= :first and p." + table.number() + " < :next")
                    .setParameter("key", key)
                    .setParameter("first", first)
                    .setParameter("next", first + AT_ONCE)
                    .executeUpdate();
            written.run();
        }
    }
}
