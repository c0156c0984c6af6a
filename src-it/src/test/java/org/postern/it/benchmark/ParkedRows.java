package org.postern.it.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes parked messages of 1 KB for one recipient each straight into the database of a gateway that does not run: nine of ten deferred,
 * one held or in quarantine, from 5000 senders to 1000 destinations.
 */
final class ParkedRows {
    private static final int SIZE = 1024;
    private static final String KEY = "'ID:' || lpad(cast(x as varchar(8)), 8, '0') || '>later'";
    private static final String SENDER = "'s' || mod(x, 5000)";
    private static final String DOMAIN = "'d' || mod(x, 1000) || '.example'";
    private static final String MESSAGES = """
            insert into parked_message (parked_key, queue_id, reason, due, queue, destination, envelope, reverse_path, first_recipient,
            recipients, attempts, arrived, size_octets, last_reply, sender_key, kind, quarantine, score, subject, author)
            select KEY, lpad(cast(x as varchar(8)), 16, '0'), case when mod(x, 10) = 0 then 'TENTH' else 'DEFERRED' end,
            case when mod(x, 10) = 0 then timestamp with time zone '9999-01-01 00:00:00+00'
                else timestamp with time zone 'DUE' + x * interval '0.02' second end,
            'postern.outgoing', 'mx:' || DOMAIN,
            'MAIL FROM:<' || SENDER || '@client.example>\r\nRCPT TO:<r' || x || '@' || DOMAIN || '>\r\n',
            SENDER || '@client.example', 'r' || x || '@' || DOMAIN, 1, mod(x, 7) + 1,
            timestamp with time zone 'DUE' - interval '7200' second, 1024, '451 4.3.0 later', 'client.example/' || SENDER, 'OTHER', case when mod(x, 10) = 0 and 'TENTH' = 'QUARANTINED' then 'SPAM' end,
            mod(x, 100) / 5.0, 'parked', 'Somebody'
            from RANGE""";
    private static final String SENDERS = """
            insert into parked_address (parked_key, address_key, recipient)
            select KEY, 'client.example/' || SENDER, false from RANGE""";
    private static final String RECIPIENTS = """
            insert into parked_address (parked_key, address_key, recipient)
            select KEY, DOMAIN || '/r' || x, true from RANGE""";
    private static final String PARTS = """
            insert into parked_part (parked_key, part_number, octets) select KEY, 0, cast(? as OCTETS) from RANGE""";

    private ParkedRows() {}

    /**
     * Writes them; fails when that takes longer than a quarter of an hour.
     *
     * @param tenth why every tenth waits for a person: {@code HELD} or {@code QUARANTINED}
     */
    static void write(String url, String user, String password, int count, Instant firstDue, String tenth)
            throws SQLException {
        List<String> inserts = Stream.of(MESSAGES, SENDERS, RECIPIENTS, PARTS)
                .map(insert -> insert.replace("KEY,", KEY + ",")
                        .replace("SENDER", SENDER)
                        .replace("DOMAIN", DOMAIN)
                        .replace("DUE", firstDue.toString())
                        .replace("TENTH", tenth))
                .toList();
        BulkRows.write(url, user, password, count, inserts, (insert, statement) -> {
            if (insert.equals(inserts.getLast())) {
                statement.setBytes(1, content());
            }
        });
    }

    /** {@return the number of the how manieth deferred row, counted from 1} */
    static int deferred(int count) {
        return 10 * ((count - 1) / 9) + (count - 1) % 9 + 1;
    }

    static String key(int i) {
        return "ID:%08d>later".formatted(i);
    }

    static Instant due(int i, Instant firstDue) {
        return firstDue.plusMillis(20L * i);
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
