package org.postern.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void theEndOfAllConnectionsDoesNotCloseH2AndWhatIsWrittenStays() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:" + folder.resolve("kept") + ";DB_CLOSE_ON_EXIT=FALSE");
        source.setUser("postern");
        source.setPassword("postern");
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

    private static void execute(JdbcDataSource source, String words) throws SQLException {
        try (Connection connection = source.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(words);
        }
    }

    private String header(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".mv.db"), ISO_8859_1).lines().findFirst().orElseThrow();
    }
}
