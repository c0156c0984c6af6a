package org.postern.config;

import org.postern.config.rule.HostPort;
import org.postern.receiver.ListenerSetting;

import java.util.List;

/** Where the broker is, and how the one inside the server is dimensioned. The server reads most of them itself, by {@code ear/src/main/cli/postern.cli}. */
public final class BrokerSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<List<HostPort>> HOSTS = LIST.setting("broker.hosts",
            SettingTypes.list(SettingTypes.host(61_616), 16), "",
            "Artemis brokers outside of this server that hold the queues: one, one and its backup, or a cluster. Empty: the broker inside.");
    public static final Setting<String> USER = LIST.setting("broker.user", SettingTypes.text(), "gateway",
            "Account of the gateway at these brokers.");
    public static final Setting<String> PASSWORD = LIST.setting("broker.password", SettingTypes.secret(), "gateway",
            "Password of that account. Better given as an environment variable, or in a file of its own, than in the file.");
    public static final Setting<Boolean> TLS = LIST.setting("broker.tls", SettingTypes.flag(), "false",
            "Whether they are spoken to by TLS. Their certificates are checked against their names.");
    public static final Setting<String> AUTHORITIES = LIST.setting("broker.authorities", SettingTypes.text(), "",
            "File with the certificates (PEM) of the authorities that are believed there. Empty: those of Java.");
    public static final Setting<String> JOURNAL_TYPE = LIST.setting("journal.type", SettingTypes.word("ASYNCIO", "NIO"),
            "ASYNCIO",
            "How the broker writes its journal. ASYNCIO needs Linux and libaio; without them NIO is used by itself.");
    public static final Setting<Integer> JOURNAL_DISK = LIST.setting(ListenerSetting.JOURNAL_DISK,
            SettingTypes.integer(1, 100), "Per cent of the journal's disk in use beyond which no mail is taken.");
    public static final Setting<Integer> SESSIONS = LIST.setting("jms.sessions", SettingTypes.integer(10, 10_000),
            "200",
            "Most messages that can be posted to the broker at a time.");
    public static final Setting<Integer> QUEUE_MEMORY = LIST.setting("queue.memory",
            SettingTypes.integer(1_048_576, Integer.MAX_VALUE), "104857600",
            "Octets of a queue's mail that are held in memory before the rest goes to disk.");
    public static final Setting<String> QUEUE_FULL = LIST.setting("queue.full",
            SettingTypes.word("PAGE", "FAIL", "BLOCK"),
            "PAGE",
            "What happens then: the rest goes to disk (PAGE), or no more is taken (FAIL: 452 at once; BLOCK: later).");

    public static final Setting<String> APPLICATIONS_BIND = LIST.setting("applications.bind", SettingTypes.address(),
            "127.0.0.1", "Address where applications come in by TLS.");
    public static final Setting<Integer> APPLICATIONS_PORT = LIST.setting("applications.port", SettingTypes.port(), "0",
            "Port where applications come in by TLS, with the certificate that clients of mail see. 0: none.");
    public static final Setting<Integer> APPLICATIONS_CONNECTIONS = LIST.setting("applications.connections",
            SettingTypes.integer(1, 100_000), "1000",
            "Connections at that port at a time, at most. What is more is closed at once.");

    private BrokerSettings() {}
}
