package org.postern.config;

import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Mailbox;
import org.postern.network.Network;
import org.postern.receiver.ListenerSetting;
import org.postern.receiver.ProtocolRole;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything an operator can set, in the order of the documentation. {@code docs/settings.md} is this list, and a test keeps it so.
 */
public final class SettingsCatalogue {
    private static final List<Setting<?>> LISTED = new ArrayList<>();

    // who we are
    public static final Setting<Optional<String>> GATEWAY_NAME = setting(
            ListenerSetting.GATEWAY_NAME.key(), SettingTypes.optionalDomain(), ListenerSetting.GATEWAY_NAME.byDefault(),
            "The name in greeting, EHLO and trace fields. Empty: the host's own name.");
    public static final Setting<Optional<Mailbox>> GATEWAY_POSTMASTER = setting("gateway.postmaster",
            SettingTypes.optionalMailbox(), "",
            "The address that mail for postmaster of the gateway itself goes to. Empty: such mail is held for a person.");
    public static final Setting<List<InetSocketAddress>> GATEWAY_DNS = setting("gateway.dns",
            SettingTypes.list(SettingTypes.server(53), 8), "", "The DNS servers that are asked. Empty: the system's.");

    // where mail comes in
    static {
        LISTED.addAll(ReceiverSettings.ALL);
    }

    // where people come in
    public static final Setting<String> HTTP_BIND = setting("http.bind", SettingTypes.address(), "127.0.0.1",
            "Address of the console.");
    public static final Setting<Integer> HTTP_PORT = setting("http.port", SettingTypes.port(), "8080",
            "Port of the console.");
    public static final Setting<Integer> MANAGEMENT_PORT = setting("management.port", SettingTypes.port(), "9990",
            "Port of the server's management, on 127.0.0.1.");

    // who may do what
    public static final Setting<List<Network>> TRUSTED = setting("networks.trusted",
            SettingTypes.list(SettingTypes.network(), 1000), "",
            "Networks whose clients may send to any recipient. Empty: nobody relays.");
    public static final Setting<Integer> RECEIVED_LIMIT = setting("policy.received-limit",
            SettingTypes.integer(5, 1000), "50",
            "A message with more Received fields is in a loop and is refused (RFC 5321, 6.3).");
    public static final Setting<Strictness> REVERSE_LOOKUP = setting("policy.reverse-lookup",
            SettingTypes.choice(Strictness.class), "note",
            "What becomes of a client whose address has no name that leads back to it: nothing is looked up, it is noted in the"
                    + " trace field, or it is refused. Trusted clients are not looked up.");
    public static final Setting<Strictness> HELO_NAME = setting("policy.helo-name",
            SettingTypes.choice(Strictness.class), "note",
            "What becomes of a client that presents itself with a name that does not exist: nothing is looked up, it is noted,"
                    + " or it is refused. Trusted clients are not looked up.");

    // how much in how short a time; 0 for no limit
    public static final Setting<Integer> CONNECTION_RATE = setting("rate.connections",
            SettingTypes.integer(0, 1_000_000),
            "3000", "Connections in a minute of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> COMMAND_RATE = setting("rate.commands", SettingTypes.integer(0, 10_000_000),
            "60000",
            "EHLO, MAIL, RCPT and messages together in a minute of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> MESSAGE_RATE = setting("rate.messages", SettingTypes.integer(0, 1_000_000),
            "6000", "Messages in a minute of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> USER_MESSAGE_RATE = setting("rate.user-messages",
            SettingTypes.integer(0, 1_000_000), "100", "Messages in a minute of one user; 0 for no limit.");
    public static final Setting<Integer> RECIPIENT_RATE = setting("rate.recipients",
            SettingTypes.integer(0, 10_000_000), "0",
            "Recipients in an hour of one client network that is not trusted; 0 for no limit.");
    public static final Setting<Integer> USER_RECIPIENT_RATE = setting("rate.user-recipients",
            SettingTypes.integer(0, 10_000_000), "2000", "Recipients in an hour of one user; 0 for no limit.");

    // who may log in
    public static final Setting<List<ProtocolRole>> AUTH_ROLES = setting("auth.roles",
            SettingTypes.list(SettingTypes.choice(ProtocolRole.class), 3), "submission",
            "Listeners of which role let clients log in, always inside TLS only.");
    public static final Setting<Integer> AUTH_ATTEMPTS = setting("auth.attempts", SettingTypes.integer(0, 100_000),
            "10", "Failed logins that lock out a client's network, or a user; 0 for no lock.");
    public static final Setting<Duration> AUTH_LOCK_TIME = setting("auth.lock-time",
            SettingTypes.duration("1s", "7d"), "15m",
            "How long failed logins count, and so how long nobody gets in after too many of them.");
    public static final Setting<List<Network>> AUTH_SHARED_NETWORKS = setting("auth.shared-networks",
            SettingTypes.list(SettingTypes.network(), 1000), "",
            "Networks that many users share, such as a webmail server's: failed logins lock out users there, never the network."
                    + " Trusted networks are shared ones.");

    public static final Setting<Boolean> CHECK_USER_SENDER = setting("policy.check-user-sender", SettingTypes.flag(),
            "true", "Whether mail is refused whose reverse-path or From is not among what its user may send as.");

    // how it is handed on
    public static final Setting<Integer> DELIVERY_SESSIONS = setting("delivery.sessions",
            SettingTypes.integer(1, 1000), "40", "Most messages that are being handed on at a time.");
    public static final Setting<Integer> DELIVERY_CONCURRENCY = setting("delivery.concurrency",
            SettingTypes.integer(1, 1000), "20",
            "Most of them to one destination, so that a slow one leaves room for others.");
    public static final Setting<Integer> DELIVERY_PORT = setting("delivery.port", SettingTypes.integer(1, 65_535), "25",
            "Port of the servers that MX records name.");
    public static final Setting<Integer> DELIVERY_SERVERS = setting("delivery.servers", SettingTypes.integer(1, 100),
            "20", "Most addresses of a destination that one attempt tries.");
    public static final Setting<Duration> ATTEMPT_LIMIT = setting("delivery.attempt-limit",
            SettingTypes.duration("1s", "1d"), "15m",
            "How long after its beginning an attempt turns to another server of the destination.");
    public static final Setting<Duration> CONNECT_TIMEOUT = setting("delivery.connect-timeout",
            SettingTypes.duration("1s", "5m"), "30s", "How long a connection may take to come about.");
    static {
        LISTED.addAll(SenderSettings.ALL);
        LISTED.addAll(FairnessSettings.ALL);
        LISTED.addAll(RoutingSettings.ALL);
    }

    public static final Setting<Duration> BACK_OFF = setting("delivery.back-off", SettingTypes.duration("1s", "1h"),
            "10s",
            "How long a destination that cannot be reached is left alone at first; twice as long each time after that.");
    public static final Setting<Duration> LONGEST_BACK_OFF = setting("delivery.longest-back-off",
            SettingTypes.duration("1s", "1d"), "5m", "How long it is left alone at most.");
    private static final SettingType<List<Duration>> WAITS = SettingTypes.list(SettingTypes.duration("1s", "7d"), 50);
    public static final Setting<List<Duration>> RETRY_SCHEDULE = setting("retry.schedule", WAITS, "1m,5m,15m,1h,4h",
            "Waiting times after the first failed attempt, the second and so on; the last one repeats.");
    public static final Setting<Duration> RETRY_EXPIRY = setting("retry.expiry", SettingTypes.duration("1s", "30d"),
            "5d", "How long after its arrival a message is given up and reported to its sender (RFC 5321, 4.5.4.1).");
    public static final Setting<Integer> NOTICE_FULL_LIMIT = setting("notice.full-limit",
            SettingTypes.integer(0, 50_000_000), "1000000",
            "Octets of the largest message that a report returns as a whole where its sender wants that (RFC 3461, 4.3).");
    public static final Setting<List<Duration>> RETRY_NETWORK = setting("retry.network", WAITS, "",
            "The same where nobody was reached (4.4.X). Empty: as " + RETRY_SCHEDULE.key()
                    + " where that is set, or else 1m,5m,10m,30m,1h,2h.");
    public static final Setting<List<Duration>> RETRY_GREYLISTED = setting("retry.greylisted", WAITS, "",
            "The same after greylisting: what is called so, or 451 or 4.7.1 at the first contact. Empty: as "
                    + RETRY_SCHEDULE.key() + " where that is set, or else 1m,3m,6m,15m,1h,4h.");
    public static final Setting<List<Duration>> RETRY_FULL = setting("retry.full", WAITS, "",
            "The same where the mailbox is full (4.2.2). Empty: as " + RETRY_SCHEDULE.key()
                    + " where that is set, or else 30m,2h,4h,8h.");
    public static final Setting<List<Duration>> RETRY_POLICY = setting("retry.policy", WAITS, "",
            "The same where a rule of the other side or TLS stood against it (4.7.X). Empty: as " + RETRY_SCHEDULE.key()
                    + " where that is set, or else 5m,15m,1h,4h.");
    public static final Setting<Integer> RETRY_JITTER = setting("retry.jitter", SettingTypes.integer(0, 100), "10",
            "Per cent by which each of these times strays, so that what failed together is not tried together.");
    public static final Setting<Duration> DELAY_NOTICE = setting("retry.delay-notice",
            SettingTypes.duration("0s", "30d"), "4h",
            "How long after its arrival the sender of a message that is still tried is told so, once, unless NOTIFY has no"
                    + " DELAY (RFC 3461, 4.1); 0s for never.");
    public static final Setting<List<RecipientPattern>> VERP_SENDERS = setting("verp.senders",
            SettingTypes.list(SettingTypes.pattern(), 1000), "",
            "Senders whose mail leaves with a signed reverse-path of the gateway, by which bounces find their message: mailbox, domain,"
                    + " .domain, or *. Empty: nobody.");
    public static final Setting<Optional<String>> VERP_DOMAIN = setting("verp.domain", SettingTypes.optionalDomain(),
            "", "Domain of these reverse-paths; its mail must come to this gateway. Empty: the gateway's name.");
    public static final Setting<Duration> VERP_LIFETIME = setting("verp.lifetime", SettingTypes.duration("1d", "90d"),
            "14d", "How long a bounce is taken at such a reverse-path. Not longer than trace.retention is of use.");
    public static final Setting<String> VERP_QUEUE = setting("verp.queue", SettingTypes.text(), "",
            "Queue of an application that gets the bounces. Empty: the sender gets them.");
    public static final Setting<Duration> DNS_TIMEOUT = setting("gateway.dns-timeout",
            SettingTypes.duration("100ms", "1m"), "3s", "How long a DNS server may take before it is asked again.");

    // where it is kept
    public static final Setting<String> DATA = setting("data", SettingTypes.text(), "",
            "Folder of journal, database, spool and log. Empty: chosen by the start script.");
    public static final Setting<String> DB_DRIVER = setting("db.driver", SettingTypes.text(), "h2",
            "The database: h2 or postgresql.");
    public static final Setting<String> DB_URL = setting("db.url", SettingTypes.text(), "",
            "JDBC address of the database. Empty: a file in the data folder.");
    public static final Setting<String> DB_USER = setting("db.user", SettingTypes.text(), "", "User of the database.");
    public static final Setting<String> DB_PASSWORD = setting("db.password", SettingTypes.text(), "",
            "Password of that user. Better given as an environment variable than in the file.");

    public static final Setting<Duration> PARKED_INTERVAL = setting("parked.interval",
            SettingTypes.duration("100ms", "1h"), "1s", "How often parked mail is looked through for what is due.");
    public static final Setting<Integer> PARKED_AHEAD = setting("parked.ahead", SettingTypes.integer(100, 1_000_000),
            "2000", "Parked mail is taken up while its queue holds fewer messages than this.");
    public static final Setting<Duration> TRACE_RETENTION = setting("trace.retention",
            SettingTypes.duration("1h", "3650d"), "30d",
            "How long the story of a message is kept, counted from its arrival.");

    // how the server is dimensioned; each of these stands in ear/src/main/cli/postern.cli as well
    public static final Setting<String> NODE = setting("node", SettingTypes.text(), "postern",
            "Name of this node among those that share a database; at most 23 characters.");
    public static final Setting<Integer> DB_POOL = setting("db.pool", SettingTypes.integer(2, 1000), "20",
            "Most connections to the database at a time.");
    public static final Setting<String> JOURNAL_TYPE = setting("journal.type", SettingTypes.word("ASYNCIO", "NIO"),
            "ASYNCIO",
            "How the broker writes its journal. ASYNCIO needs Linux and libaio; without them NIO is used by itself.");
    public static final Setting<Integer> JOURNAL_DISK = setting("journal.max-disk-usage", SettingTypes.integer(1, 100),
            "95", "Per cent of the journal's disk in use beyond which no mail is taken.");
    public static final Setting<Integer> JMS_SESSIONS = setting("jms.sessions", SettingTypes.integer(10, 10_000), "200",
            "Most messages that can be posted to the broker at a time.");
    public static final Setting<Integer> QUEUE_MEMORY = setting("queue.memory",
            SettingTypes.integer(1_048_576, Integer.MAX_VALUE), "104857600",
            "Octets of a queue's mail that are held in memory before the rest goes to disk.");
    public static final Setting<String> QUEUE_FULL = setting("queue.full", SettingTypes.word("PAGE", "FAIL", "BLOCK"),
            "PAGE",
            "What happens then: the rest goes to disk (PAGE), or no more is taken (FAIL: 452 at once; BLOCK: later).");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.copyOf(LISTED);

    private SettingsCatalogue() {}

    private static <T> Setting<T> setting(String key, SettingType<T> type, String defaultText, String meaning) {
        Setting<T> setting = new Setting<>(key, type, defaultText, meaning);
        LISTED.add(setting);
        return setting;
    }

    /** {@return the setting with this key} */
    public static Optional<Setting<?>> find(String key) {
        for (Setting<?> setting : ALL) {
            if (setting.key().equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
