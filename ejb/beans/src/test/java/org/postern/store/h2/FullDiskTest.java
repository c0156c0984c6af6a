package org.postern.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What {@code postern.cli} relies on: a connection to an H2 that a full disk has closed fails a query, and the next one opens the database again. */
class FullDiskTest {
    @TempDir
    Path folder;

    @BeforeEach
    void thereIsRoom() {
        GuardedDisk.guardedBy(GuardedDisk.Guard.NONE);
    }

    @AfterEach
    void thereIsRoomAgain() {
        GuardedDisk.guardedBy(GuardedDisk.Guard.NONE);
    }

    @Test
    void aConnectionThatIsOfNoUseAnyMoreSaysSoToAQueryAndTheNextOneFindsWhatWasCommitted() throws Exception {
        Connection idle = open();
        Statement sql = open().createStatement();
        sql.execute("create table line (id int primary key, words varchar(200))");
        sql.execute("insert into line values (1, 'kept')");
        sql.execute("checkpoint sync");
        GuardedDisk.guardedBy(() -> {
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> sql.execute("insert into line values (2, 'more')")).isInstanceOf(SQLException.class);
        GuardedDisk.guardedBy(GuardedDisk.Guard.NONE);
        assertThatThrownBy(() -> query(idle, "select 1")).isInstanceOf(SQLException.class);
        try (Connection next = open()) {
            assertThat(query(next, "select count(*) from line where id = 1")).isEqualTo(1);
            assertThat(query(next, "select 1")).isEqualTo(1);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:guarded:" + folder.resolve("db") + ";WRITE_DELAY=0", "postern",
                "postern");
    }

    private static int query(Connection connection, String words) throws SQLException {
        try (Statement sql = connection.createStatement(); var rows = sql.executeQuery(words)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
