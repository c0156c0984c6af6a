package org.postern.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

class DatabaseFileTest {
    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    @Test
    void aFileOfWhichLittleCountsBecomesSmallerWhateverElseGoesOn() throws Exception {
        try (Connection connection = open("jdbc:h2:async:" + folder.resolve("db")
                + ";RETENTION_TIME=0;WRITE_DELAY=0;CACHE_SIZE=1000")) {
            DatabaseFile file = DatabaseFile.of(connection).orElseThrow();
            fill(connection);
            int before = file.filled();
            assertThat(before).as("much was changed").isLessThan(60);
            long size = file.size();
            for (int turn = 0; turn < 50; turn++) {
                file.compact(90);
                change(connection, turn);
            }
            assertThat(file.filled()).isGreaterThan(before);
            assertThat(file.size()).isLessThan(size * 3 / 4);
            assertThat(rows(connection)).isEqualTo(ROWS);
        }
    }

    @Test
    void itsDiskAndItsSizeAreKnownWhateverTheWayToIt() throws Exception {
        for (String way : new String[]{"", "file:", "async:"}) {
            try (Connection connection = open("jdbc:h2:" + way + folder.resolve("db" + way.length()))) {
                fill(connection);
                DatabaseFile file = DatabaseFile.of(connection).orElseThrow();
                assertThat(file.size()).isPositive();
                assertThat(file.room()).isCloseTo(folder.toFile().getUsableSpace(), withinPercentage(10L));
            }
        }
    }

    @Test
    void aDatabaseInMemoryHasNone() throws Exception {
        try (Connection connection = open("jdbc:h2:mem:")) {
            assertThat(DatabaseFile.of(connection)).isEmpty();
        }
    }

    private static Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url, "postern", "postern");
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("create table if not exists line (id int primary key, words varchar(200))");
            sql.execute("merge into line select x, repeat('word ', 30) from system_range(1, " + ROWS + ")");
        }
        for (int turn = 0; turn < 30; turn++) {
            change(connection, turn);
        }
    }

    /** Changes a line here and there. */
    private static void change(Connection connection, int turn) throws SQLException {
        Random random = new Random(turn);
        try (PreparedStatement sql = connection.prepareStatement("update line set words = ? where id = ?")) {
            for (int i = 0; i < 200; i++) {
                sql.setString(1, "changed " + turn + "," + i);
                sql.setInt(2, 1 + random.nextInt(ROWS));
                sql.addBatch();
            }
            sql.executeBatch();
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("checkpoint sync");
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement(); var rows = sql.executeQuery("select count(*) from line")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
