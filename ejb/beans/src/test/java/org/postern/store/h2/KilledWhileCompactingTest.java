package org.postern.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.store.h2.RecordedDisk.Step;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * A gateway that is killed while its database's file is made smaller. The kernel keeps what a process has written that is killed, so that the file is what
 * the steps up to any of them have made of it, the last of which may be half done.
 */
class KilledWhileCompactingTest {
    private static final int ROWS = 3000;
    private static final int TURNS = 40;
    private static final int CHANGES = 150;
    private static final int TARGET = 90;
    /** So many times it is looked at what is there. */
    private static final int LOOKS = 80;

    @TempDir
    Path folder;

    @Test
    void whereverItIsCutTheDatabaseOpensWithAllThatWasCommittedAndSynced() throws Exception {
        RecordedDisk.register();
        NavigableMap<Integer, Integer> synced = work();
        List<Step> steps = RecordedDisk.steps();
        int first = synced.firstKey();
        assertThat(steps.subList(first, steps.size())).as("its end was cut off")
                .hasAtLeastOneElementOfType(Step.CutTo.class);
        assertThat(moved(steps, first)).as("chunks came to where others had been").isGreaterThan(TURNS);
        Remains remains = new Remains();
        steps.subList(0, first).forEach(remains::take);
        for (int cut = first; cut < steps.size(); cut++) {
            if ((cut - first) * LOOKS / (steps.size() - first) != (cut - first - 1) * LOOKS / (steps.size() - first)) {
                int turn = synced.floorEntry(cut).getValue();
                look(remains.octets(), turn, "before step " + cut);
                look(remains.half(steps.get(cut)), turn, "in the middle of step " + cut);
            }
            remains.take(steps.get(cut));
        }
        look(remains.octets(), TURNS, "at the end");
    }

    /** Works on a database and its file in turns. {@return the turns, by how many steps were done when they were on the disk} */
    private NavigableMap<Integer, Integer> work() throws SQLException {
        NavigableMap<Integer, Integer> synced = new TreeMap<>();
        try (Connection connection = open("recorded:" + folder.resolve("db"),
                ";RETENTION_TIME=0;WRITE_DELAY=0;CACHE_SIZE=1000")) {
            run(connection, "create table line (id int primary key, words varchar(200))");
            run(connection, "insert into line select x, '' from system_range(0, " + ROWS + ")");
            DatabaseFile file = DatabaseFile.of(connection).orElseThrow();
            connection.setAutoCommit(false);
            for (int turn = 1; turn <= TURNS; turn++) {
                change(connection, turn);
                connection.commit();
                run(connection, "checkpoint sync");
                synced.put(RecordedDisk.steps().size(), turn);
                if (turn > TURNS / 4) {
                    file.compact(TARGET);
                }
            }
            run(connection, "shutdown immediately");
        }
        return synced;
    }

    /** {@return how many octets were written, behind the headers, where there was something already} */
    private static int moved(List<Step> steps, int first) {
        long end = 0;
        int moved = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Written(long position, ByteBuffer octets)) {
                moved += i >= first && position > 8192 && position < end ? 1 : 0;
                end = Math.max(end, position + octets.capacity());
            }
        }
        return moved;
    }

    /** What steps have made of a file. */
    private static final class Remains {
        private byte[] room = new byte[1 << 20];
        private int size;

        void take(Step step) {
            switch (step) {
                case Step.Written(long position, ByteBuffer octets) -> write((int) position, octets, octets.capacity());
                case Step.CutTo(long shorter) -> {
                    size = (int) Math.min(size, shorter);
                    Arrays.fill(room, size, room.length, (byte) 0);
                }
            }
        }

        private void write(int position, ByteBuffer octets, int length) {
            size = Math.max(size, position + length);
            room = size <= room.length ? room : Arrays.copyOf(room, 2 * size);
            octets.get(0, room, position, length);
        }

        byte[] octets() {
            return Arrays.copyOf(room, size);
        }

        /** {@return the same where half of this step is done as well} */
        byte[] half(Step step) {
            Remains torn = new Remains();
            torn.room = room.clone();
            torn.size = size;
            if (step instanceof Step.Written(long position, ByteBuffer octets)) {
                torn.write((int) position, octets, octets.capacity() / 2);
            }
            return torn.octets();
        }
    }

    /** Looks whether the database has all of the last turn that was on the disk, or of a later one, and nothing else. */
    private void look(byte[] octets, int turn, String when) throws SQLException, IOException {
        Files.write(folder.resolve("cut.mv.db"), octets);
        try (Connection connection = open(folder.resolve("cut").toString(), ";IFEXISTS=TRUE")) {
            List<String> words = words(connection);
            int found = Integer.parseInt(words.getFirst());
            assertThat(found).as(when).isGreaterThanOrEqualTo(turn);
            assertThat(words).as(when).isEqualTo(wordsAfter(found));
            run(connection, "shutdown immediately");
        }
    }

    private static List<String> words(Connection connection) throws SQLException {
        List<String> words = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select words from line order by id")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static List<String> wordsAfter(int turns) {
        String[] words = new String[ROWS + 1];
        Arrays.fill(words, "");
        for (int turn = 1; turn <= turns; turn++) {
            changes(turn).forEach((id, text) -> words[id] = text);
        }
        return List.of(words);
    }

    /** {@return what a turn makes of some lines, by their number; of the first one, which turn it is} */
    private static NavigableMap<Integer, String> changes(int turn) {
        Random random = new Random(turn);
        NavigableMap<Integer, String> changes = new TreeMap<>();
        for (int i = 0; i < CHANGES; i++) {
            changes.put(1 + random.nextInt(ROWS), turn + " of words ".repeat(15) + i);
        }
        changes.put(0, Integer.toString(turn));
        return changes;
    }

    private static void change(Connection connection, int turn) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("update line set words = ? where id = ?")) {
            for (var change : changes(turn).entrySet()) {
                sql.setString(1, change.getValue());
                sql.setInt(2, change.getKey());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static Connection open(String place, String settings) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + place + settings, "postern", "postern");
    }

    private static void run(Connection connection, String words) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(words);
        }
    }
}
