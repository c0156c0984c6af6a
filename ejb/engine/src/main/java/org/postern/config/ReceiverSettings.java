package org.postern.config;

import org.postern.receiver.ListenerSetting;

import java.util.ArrayList;
import java.util.List;

/**
 * What the listeners can be told. They read it as it stands, so numbers are plain ones, times in seconds, sizes in octets.
 */
public final class ReceiverSettings {
    private static final List<Setting<?>> LISTED = new ArrayList<>();

    // where we listen
    public static final Setting<String> MX_BIND = bind("mx", "mail from other servers");
    public static final Setting<Integer> MX_PORT = listener("mx", "mail from other servers", 2525, "mx", "starttls");
    public static final Setting<Integer> SUBMISSION_PORT = listener("submission", "mail from users, who sign in", 0,
            "submission", "starttls");
    public static final Setting<Integer> SUBMISSIONS_PORT = listener("submissions", "the same, inside TLS", 0,
            "submission", "implicit");
    public static final Setting<Integer> LMTP_PORT = listener("lmtp", "mail by LMTP (RFC 2033)", 0, "lmtp", "starttls");
    public static final Setting<Integer> INTERNAL_PORT = listener("internal", "mail from internal systems", 0, "mx",
            "starttls");

    // what proves who we are
    static {
        text(ListenerSetting.CERTIFICATE,
                "PEM file of the certificate and those that lead to its authority. Empty, without"
                        + " tls.keystore: a self-signed one is made in the data folder.");
        text(ListenerSetting.KEY, "PEM file of its key, not encrypted. Empty: the certificate's file has it.");
        text(ListenerSetting.KEYSTORE, "PKCS#12 file with both, in place of the two.");
        text(ListenerSetting.KEYSTORE_PASSWORD,
                "Password of that file and of its key. Better given as an environment variable than in the file.");
        text(ListenerSetting.CERTIFICATE_FOLDER,
                "Folder of more certificates, for clients that ask for other names (SNI): NAME.pem with the key"
                        + " in it, NAME.crt beside NAME.key, or NAME.p12.");
        text(ListenerSetting.CLIENT_AUTHORITIES,
                "PEM file of the authorities whose client certificates are believed. Empty: clients are not asked for one.");
    }

    // what a session may cost
    public static final Setting<Integer> MESSAGE_SIZE_LIMIT = number(ListenerSetting.MESSAGE_SIZE_LIMIT,
            "Octets of the largest message that is taken, announced by SIZE (RFC 1870).");
    public static final Setting<Integer> RECIPIENT_LIMIT = number(ListenerSetting.RECIPIENT_LIMIT,
            "Recipients of one message (RFC 5321, 4.5.3.1.8).");
    static {
        number(ListenerSetting.HEADER_SIZE_LIMIT, "Octets of the header section of a message.");
        number(ListenerSetting.TEXT_LINE_LIMIT,
                "Octets of a line of content, line end included (RFC 5321, 4.5.3.1.6).");
        number(ListenerSetting.COMMAND_LINE_LIMIT,
                "Octets of a command line, line end included (RFC 5321, 4.5.3.1.4).");
        number(ListenerSetting.ERROR_LIMIT, "Faulty commands after which a session is ended.");
        number(ListenerSetting.REFUSAL_LIMIT,
                "Refused commands, or commands deferred between two messages, after which a session is ended.");
        number(ListenerSetting.IDLE_COMMAND_LIMIT,
                "Commands that carry no mail, between two messages, after which a session is ended.");
        number(ListenerSetting.SESSION_LIMIT, "Sessions of one listener at a time.");
        number(ListenerSetting.CLIENT_SESSION_LIMIT, "Sessions at a time of one IPv4 address or IPv6 /64 network.");
        number(ListenerSetting.BACKLOG,
                "Connections of one listener that the system keeps until they are taken.");
        number(ListenerSetting.COMMAND_TIMEOUT, "Seconds to wait for the next command (RFC 5321, 4.5.3.2.7).");
        number(ListenerSetting.DATA_TIMEOUT, "Seconds to wait for the next block of content (RFC 5321, 4.5.3.2.5).");
        number(ListenerSetting.MINIMUM_RATE, "Octets a second that content must bring in the mean.");
        number(ListenerSetting.MESSAGE_TIMEOUT,
                "Seconds within which a session must bring an accepted message.");
        number(ListenerSetting.TRANSACTION_TIMEOUT, "Seconds that the content of one message may take.");
        number(ListenerSetting.SESSION_TIMEOUT,
                "Seconds after which a session is ended, between two messages.");
        number(ListenerSetting.REPLY_TIMEOUT,
                "Seconds for a client to take a reply, or to make a TLS handshake.");
        number(ListenerSetting.DRAIN_TIMEOUT,
                "Seconds for messages that are arriving to end when the gateway is suspended or stopped.");
        number(ListenerSetting.MEMORY_THRESHOLD,
                "Octets of a message that stay in memory while it arrives; a larger one goes to disk.");
        number(ListenerSetting.FUTURE_RELEASE,
                "Seconds for which a user may have a message held before it goes on (RFC 4865); 0 for not at all.");
    }

    // what there is beside taking mail
    static {
        listed(ListenerSetting.ETRN, SettingTypes.flag(),
                "Whether a node may ask by ETRN for the mail that waits for it (RFC 1985).");
    }

    // who is believed what it says of others
    static {
        networks(ListenerSetting.PROXIES,
                "Networks of the load balancers in front of listeners with proxy = true; nobody else is"
                        + " served there.");
        networks(ListenerSetting.XCLIENT,
                "Networks whose clients may say by XCLIENT for whom they speak. Empty: nobody may.");
    }

    /** All of them. */
    static final List<Setting<?>> ALL = List.copyOf(LISTED);

    private ReceiverSettings() {}

    private static Setting<Integer> listener(String name, String purpose, int port, String role, String tls) {
        String key = "listener." + name + ".";
        if (LISTED.stream().noneMatch(setting -> setting.key().equals(key + "bind"))) {
            bind(name, purpose);
        }
        Setting<Integer> ported = new Setting<>(key + "port", SettingTypes.port(), Integer.toString(port),
                "Port of that listener; 0 for none.");
        listed(ported);
        listed(new Setting<>(key + "role", SettingTypes.word("mx", "submission", "lmtp"), role, "What it is for."));
        listed(new Setting<>(key + "tls", SettingTypes.word("none", "starttls", "implicit"), tls,
                "When it speaks TLS: never, when the client asks (RFC 3207), or from the first octet on (RFC 8314)."));
        listed(new Setting<>(key + "proxy", SettingTypes.flag(), "false",
                "Whether each connection begins with a header of the PROXY protocol, version 1 or 2."));
        return ported;
    }

    private static Setting<String> bind(String name, String purpose) {
        Setting<String> setting = new Setting<>("listener." + name + ".bind", SettingTypes.address(), "127.0.0.1",
                "Address on which " + purpose + " is taken; 0.0.0.0 or :: for all.");
        listed(setting);
        return setting;
    }

    private static void text(ListenerSetting shared, String meaning) {
        listed(shared, SettingTypes.text(), meaning);
    }

    private static Setting<Integer> number(ListenerSetting shared, String meaning) {
        ListenerSetting.Range range = shared.range().orElseThrow();
        return listed(shared, SettingTypes.integer(range.least(), range.most()), meaning);
    }

    private static void networks(ListenerSetting shared, String meaning) {
        listed(shared, SettingTypes.list(SettingTypes.network(), 1000), meaning);
    }

    private static <T> Setting<T> listed(ListenerSetting shared, SettingType<T> type, String meaning) {
        Setting<T> setting = new Setting<>(shared.key(), type, shared.byDefault(), meaning);
        listed(setting);
        return setting;
    }

    private static void listed(Setting<?> setting) {
        LISTED.add(setting);
    }
}
