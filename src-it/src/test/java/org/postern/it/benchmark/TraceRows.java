package org.postern.it.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the stories of messages for one recipient each straight into the database of a gateway that does not run, spread evenly over a month: of a
 * hundred 90 delivered, 4 waiting, 5 failed, 1 dropped; from 5000 senders to 1000 domains, by 250 clients. One in the middle is about a needle.
 */
final class TraceRows {
    /** Over which they are spread. */
    static final Duration MONTH = Duration.ofDays(29);
    private static final String KEY = "lpad(cast(x as varchar(8)), 16, '0')";
    private static final String SENDER = "'s' || mod(x, 5000)";
    private static final String DOMAIN = "'d' || mod(x, 1000) || '.example'";
    private static final String AT = "timestamp with time zone 'BEGIN' + x * interval 'STEP' second";
    private static final String FATE = "mod(x, 100)";
    private static final String MESSAGES = """
            insert into trace_message (message_key, session_ref, arrived, changed, reverse_path, sender_key, size_octets, progress,
            recipients, first_recipient, refused, on_the_way, waiting, delivered, failed, dropped, client_address, client_name,
            message_id, subject)
            select KEY, 'S' || x, AT, AT, SENDER || '@client.example', 'client.example/' || SENDER, 2048,
            case when FATE < 90 then 'DELIVERED' when FATE < 94 then 'WAITING' when FATE < 99 then 'FAILED' else 'DROPPED' end,
            1, 'r' || x || '@' || DOMAIN, 0, 0, case when FATE between 90 and 93 then 1 else 0 end,
            case when FATE < 90 then 1 else 0 end, case when FATE between 94 and 98 then 1 else 0 end,
            case when FATE = 99 then 1 else 0 end, '192.0.2.' || mod(x, 250), 'mail' || mod(x, 250) || '.client.example',
            'm' || x || '@client.example', case when x = NEEDLE then 'the needle in the hay' else 'Your order number ' || x end
            from RANGE""";
    private static final String RECIPIENTS = """
            insert into trace_recipient (message_key, address, address_key, kind, changed, destination, reply, remote_name)
            select KEY, 'r' || x || '@' || DOMAIN, DOMAIN || '/r' || x,
            case when FATE < 90 then 'DELIVERED' when FATE < 94 then 'DEFERRED' when FATE < 99 then 'FAILED' else 'DROPPED' end,
            AT, 'mx:' || DOMAIN, case when FATE < 90 then '250 2.0.0 Ok: queued as 4X' || x else '451 4.3.0 later' end,
            case when FATE < 90 then '4X' || x end
            from RANGE""";
    private static final String STORIES = """
            insert into trace_story (message_key, part, events, event_ids, has_reports) select KEY, 0, '[]', '', false from RANGE""";

    private TraceRows() {}

    /** Writes them; fails when that takes longer than a quarter of an hour. */
    static void write(String url, String user, String password, int count, Instant begin) throws SQLException {
        List<String> inserts = Stream.of(MESSAGES, RECIPIENTS, STORIES)
                .map(insert -> insert.replace("KEY,", KEY + ",")
                        .replace("SENDER", SENDER)
                        .replace("DOMAIN", DOMAIN)
                        .replace("AT,", AT + ",")
                        .replace("FATE", FATE)
                        .replace("NEEDLE", Integer.toString(count / 2))
                        .replace("BEGIN", begin.toString())
                        .replace("STEP", "%.6f".formatted(MONTH.toSeconds() / (double) count)))
                .toList();
        BulkRows.write(url, user, password, count, inserts, (insert, statement) -> {
        });
    }

    static String key(int i) {
        return "%016d".formatted(i);
    }

    /** {@return when it arrived} */
    static Instant arrived(int i, int count, Instant begin) {
        return begin.plusNanos((long) (i * (MONTH.toNanos() / (double) count)));
    }
}
