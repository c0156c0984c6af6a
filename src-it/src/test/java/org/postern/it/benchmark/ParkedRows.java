package org.postern.it.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;

/** Writes parked messages of 2 KB straight into a gateway's database: nine of ten deferred for hours, one held, to 1000 destinations. */
final class ParkedRows {
    static final int DESTINATIONS = 1000;
    private static final int BATCH = 1000;
    private static final int SIZE = 2048;
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private ParkedRows() {}

    static void write(String url, String user, String password, int count, Instant firstDue) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            try (PreparedStatement message = connection.prepareStatement(
                    """
                            insert into parked_message (parked_key, queue_id, reason, due, queue, destination, envelope, reverse_path,
                            first_recipient, recipients, attempts, arrived, size_octets, last_reply, sender_key, kind)
                            values (?, ?, ?, ?, 'postern.outgoing', ?, ?, ?, ?, 1, ?, ?, ?, '451 4.3.0 later', ?, 'OTHER')""");
                    PreparedStatement address = connection.prepareStatement(
                            "insert into parked_address (parked_key, address_key, recipient) values (?, ?, ?)");
                    PreparedStatement part = connection.prepareStatement(
                            "insert into parked_part (parked_key, part_number, octets) values (?, 0, ?)")) {
                for (int i = 0; i < count; i++) {
                    row(message, i, firstDue);
                    addresses(address, i);
                    part.setString(1, key(i));
                    part.setBytes(2, content());
                    part.addBatch();
                    if (i % BATCH == BATCH - 1 || i == count - 1) {
                        message.executeBatch();
                        address.executeBatch();
                        part.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
    }

    private static void row(PreparedStatement message, int i, Instant firstDue) throws SQLException {
        boolean held = i % 10 == 0;
        message.setString(1, key(i));
        message.setString(2, "%016d".formatted(i));
        message.setString(3, held ? "HELD" : "DEFERRED");
        message.setTimestamp(4, Timestamp.from(held ? NEVER : firstDue.plusMillis(20L * i)));
        message.setString(5, "mx:" + domain(i));
        message.setString(6, "MAIL FROM:<s" + i % 5000 + "@client.example>\r\nRCPT TO:<r" + i + "@" + domain(i)
                + ">\r\n");
        message.setString(7, "s" + i % 5000 + "@client.example");
        message.setString(8, "r" + i + "@" + domain(i));
        message.setInt(9, i % 7 + 1);
        message.setTimestamp(10, Timestamp.from(firstDue.minusSeconds(7200)));
        message.setLong(11, SIZE);
        message.setString(12, "client.example/s" + i % 5000);
        message.addBatch();
    }

    private static void addresses(PreparedStatement address, int i) throws SQLException {
        address(address, i, "client.example/s" + i % 5000, false);
        address(address, i, domain(i) + "/r" + i, true);
    }

    private static void address(PreparedStatement address, int i, String found, boolean recipient) throws SQLException {
        address.setString(1, key(i));
        address.setString(2, found);
        address.setBoolean(3, recipient);
        address.addBatch();
    }

    private static String key(int i) {
        return "ID:%08d>later".formatted(i);
    }

    static String domain(int i) {
        return "d" + i % DESTINATIONS + ".example";
    }

    private static byte[] content() {
        byte[] octets = new byte[SIZE];
        Arrays.fill(octets, (byte) 'x');
        byte[] header = "Subject: parked\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, octets, 0, header.length);
        octets[SIZE - 2] = '\r';
        octets[SIZE - 1] = '\n';
        return octets;
    }
}
