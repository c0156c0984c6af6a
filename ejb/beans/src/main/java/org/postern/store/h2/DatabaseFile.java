package org.postern.store.h2;

import org.h2.jdbc.JdbcConnection;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.h2.store.fs.FilePath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The file of an H2 database that is open. H2 writes what changes to another place of it, in chunks, and takes the place of a chunk again when nothing in it
 * counts any more. Chunks of which little counts it writes together only while nobody reads or writes: under lasting load the file grows to several times
 * what is in it. And what is free at its end it cuts off only when it is closed.
 */
public final class DatabaseFile {
    /** Octets that count which one call of {@link #compact} writes to another place. */
    private static final int PORTION = 16 << 20;

    private final MVStore store;
    private final FileStore<?> file;

    private DatabaseFile(MVStore store) {
        this.store = store;
        this.file = store.getFileStore();
    }

    /** {@return the file of this connection's database; empty for one that is no H2, or has no file in this process} */
    public static Optional<DatabaseFile> of(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return Optional.empty();
        }
        if (!(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return Optional.empty();
        }
        MVStore store = session.getDatabase().getStore().getMvStore();
        return store.getFileStore() == null || store.getFileStore().getFileName() == null
                ? Optional.empty()
                : Optional.of(new DatabaseFile(store));
    }

    /**
     * Returns when all that was committed before is on the disk. {@code CHECKPOINT SYNC} does not: what H2 has begun to write in the background it takes for
     * written.
     *
     * @throws IOException if it can't be written; H2 closes the database then
     */
    public void write() throws IOException {
        try {
            store.commit();
            store.executeFilestoreOperation(() -> {
            });
            store.sync();
        } catch (MVStoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** {@return its octets} */
    long size() {
        return file.size();
    }

    /** {@return octets that are left on its disk} */
    long room() throws IOException {
        return Files.getFileStore(Path.of(FilePath.get(file.getFileName()).unwrap().toString())).getUsableSpace();
    }

    /** {@return per cent of its chunks that counts; what is too young to be given up counts as well} */
    int filled() {
        return file.getChunksFillRate();
    }

    /**
     * Writes together what counts of the chunks with the least of it, moves the last chunks to where there is room before them, and cuts off what is free at the
     * end. Readers go on meanwhile, and writers after some hundred milliseconds. The room of old chunks is free once H2 holds them no longer,
     * {@code RETENTION_TIME} later. What is moved is on the disk before its old place is taken.
     *
     * @param target per cent of the chunks that should count, and of the file that should be taken by chunks; where that is so, nothing is done
     */
    void compact(int target) {
        store.compact(target, PORTION);
        if ((Object) file instanceof RandomAccessStore whole) {
            whole.compactMoveChunks(target, PORTION, store);
        }
    }
}
