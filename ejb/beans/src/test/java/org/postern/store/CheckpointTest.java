package org.postern.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.store.h2.GuardedDisk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void theEndOfAllConnectionsDoesNotCloseH2AndWhatIsWrittenStays() throws Exception {
        JdbcDataSource source = TestDatabase.h2("jdbc:h2:" + folder.resolve("kept") + ";DB_CLOSE_ON_EXIT=FALSE");
        Checkpoint checkpoint = new Checkpoint(source);
        execute(source, "create table line (id int primary key)");
        assertThat(header("kept")).as("closed, as H2 does").contains("clean:1");
        checkpoint.writeCommitted();
        execute(source, "insert into line values (1)");
        checkpoint.writeCommitted();
        assertThat(header("kept")).doesNotContain("clean");
        Files.copy(folder.resolve("kept.mv.db"), folder.resolve("copy.mv.db"));
        execute(source, "shutdown immediately");
        source.setUrl("jdbc:h2:" + folder.resolve("copy"));
        execute(source, "update line set id = 2 where id = 1");
    }

    /** H2 writes in the background what others have committed, and takes it for written as soon as it has begun to. */
    @Test
    void whatAnotherThreadIsWritingIsWaitedFor() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        GuardedDisk.guardedBy(GuardedDisk.Guard.NONE);
        JdbcDataSource source = TestDatabase.h2(
                "jdbc:h2:guarded:" + folder.resolve("slow") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=100000");
        Checkpoint checkpoint = new Checkpoint(source);
        try (Connection other = source.getConnection(); Statement sql = other.createStatement()) {
            sql.execute("create table line (id int primary key)");
            checkpoint.writeCommitted();
            GuardedDisk.guardedBy(() -> passed(gate));
            sql.execute("insert into line values (1)");
            begunToWrite(other);
            Thread asking = Thread.ofPlatform().start(checkpoint::writeCommitted);
            Thread.State untilThen = stopped(asking);
            gate.countDown();
            asking.join();
            assertThat(untilThen).isEqualTo(Thread.State.WAITING);
        } finally {
            gate.countDown();
            GuardedDisk.guardedBy(GuardedDisk.Guard.NONE);
        }
    }

    private static void passed(CountDownLatch gate) throws InterruptedIOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Thread.State stopped(Thread thread) {
        while (true) {
            Thread.State state = thread.getState();
            if (state == Thread.State.WAITING || state == Thread.State.TERMINATED) {
                return state;
            }
            Thread.onSpinWait();
        }
    }

    private static void begunToWrite(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        assertThat(session.getDatabase().getStore().getMvStore().tryCommit()).as("version").isPositive();
    }

    private static void execute(JdbcDataSource source, String words) throws SQLException {
        try (Connection connection = source.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(words);
        }
    }

    private String header(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".mv.db"), ISO_8859_1).lines().findFirst().orElseThrow();
    }
}
