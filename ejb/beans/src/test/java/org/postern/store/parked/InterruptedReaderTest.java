package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of the embedded database when the broker, or the server, interrupts who is reading from it. */
class InterruptedReaderTest {
    private static final Path SCRIPT = Path.of("../../ear/src/main/cli/postern.cli");
    private static final Pattern URL = Pattern.compile("postern\\.db\\.url:(jdbc:h2:[^$]*)\\$");
    private static final int ROWS = 2000;

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void asInTheServer() throws IOException {
        Matcher found = URL.matcher(Files.readString(SCRIPT));
        assertThat(found.find()).isTrue();
        // Nothing is kept in memory, so that each row is read from the file.
        url = found.group(1) + folder + "/postern;CACHE_SIZE=0";
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, "postern", "postern");
    }

    private static int sum(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet sum = sql.executeQuery("select count(text) from line where length(text) = 1000")) {
            sum.next();
            return sum.getInt(1);
        }
    }

    @Test
    void closesTheFileForNobody() throws SQLException {
        try (Connection first = open(); Statement sql = first.createStatement()) {
            sql.execute("create table line (text varchar(1000))");
            sql.execute("insert into line select repeat('x', 1000) from system_range(1, " + ROWS + ")");
            sql.execute("checkpoint sync");
        }
        try (Connection reader = open(); Connection another = open()) {
            Thread.currentThread().interrupt();
            assertThat(sum(reader)).isEqualTo(ROWS);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(sum(another)).isEqualTo(ROWS);
        } finally {
            Thread.interrupted();
        }
    }
}
