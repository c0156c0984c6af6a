package org.postern.config;

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
        text("tls.certificate", "PEM file of the certificate and those that lead to its authority. Empty, without"
                + " tls.keystore: a self-signed one is made in the data folder.");
        text("tls.key", "PEM file of its key, not encrypted. Empty: the certificate's file has it.");
        text("tls.keystore", "PKCS#12 file with both, in place of the two.");
        text("tls.keystore-password",
                "Password of that file and of its key. Better given as an environment variable than in the file.");
        text("tls.folder",
                "Folder of more certificates, for clients that ask for other names (SNI): NAME.pem with the key"
                        + " in it, NAME.crt beside NAME.key, or NAME.p12.");
        text("tls.client-authorities",
                "PEM file of the authorities whose client certificates are believed. Empty: clients are not asked for one.");
    }

    // what a session may cost
    static {
        number("smtp.header-size-limit", 1_000, 67_108_864, 262_144, "Octets of the header section of a message.");
        number("smtp.text-line-limit", 1_000, 67_108_864, 10_000,
                "Octets of a line of content, line end included (RFC 5321, 4.5.3.1.6).");
        number("smtp.command-line-limit", 512, 65_536, 2_048,
                "Octets of a command line, line end included (RFC 5321, 4.5.3.1.4).");
        number("smtp.refusal-limit", 1, 1_000_000, 1_000,
                "Refused commands, or commands deferred between two messages, after which a session is ended.");
        number("smtp.idle-command-limit", 1, 1_000_000, 200,
                "Commands that carry no mail, between two messages, after which a session is ended.");
        number("smtp.backlog", 1, 65_535, 256,
                "Connections of one listener that the system keeps until they are taken.");
        number("smtp.minimum-rate", 1, 1_073_741_824, 500, "Octets a second that content must bring in the mean.");
        number("smtp.message-timeout", 1, 86_400, 1_800,
                "Seconds within which a session must bring an accepted message.");
        number("smtp.transaction-timeout", 1, 86_400, 7_200, "Seconds that the content of one message may take.");
        number("smtp.session-timeout", 1, 864_000, 14_400,
                "Seconds after which a session is ended, between two messages.");
        number("smtp.reply-timeout", 1, 86_400, 60,
                "Seconds for a client to take a reply, or to make a TLS handshake.");
        number("smtp.drain-timeout", 0, 3_600, 5,
                "Seconds for messages that are arriving to end when the gateway is suspended or stopped.");
        number("smtp.memory-threshold", 0, 67_108_864, 262_144,
                "Octets of a message that stay in memory while it arrives; a larger one goes to disk.");
        number("smtp.future-release", 0, 999_999_999, 2_592_000,
                "Seconds for which a user may have a message held before it goes on (RFC 4865); 0 for not at all.");
    }

    // what there is beside taking mail
    static {
        listed(new Setting<>("smtp.etrn", SettingTypes.flag(), "true",
                "Whether a node may ask by ETRN for the mail that waits for it (RFC 1985)."));
    }

    // who is believed what it says of others
    static {
        networks("networks.proxies",
                "Networks of the load balancers in front of listeners with proxy = true; nobody else is"
                        + " served there.");
        networks("networks.xclient",
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

    private static void text(String key, String meaning) {
        listed(new Setting<>(key, SettingTypes.text(), "", meaning));
    }

    private static void number(String key, int least, int most, int usual, String meaning) {
        listed(new Setting<>(key, SettingTypes.integer(least, most), Integer.toString(usual), meaning));
    }

    private static void networks(String key, String meaning) {
        listed(new Setting<>(key, SettingTypes.list(SettingTypes.network(), 1000), "", meaning));
    }

    private static void listed(Setting<?> setting) {
        LISTED.add(setting);
    }
}
