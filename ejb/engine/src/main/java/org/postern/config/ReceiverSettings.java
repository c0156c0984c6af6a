package org.postern.config;

import org.postern.receiver.ListenerSetting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where mail comes in, and who is believed what it says of others. */
public final class ReceiverSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    private static final List<String> NAMES = new ArrayList<>();
    /** The names of the listeners that there can be. */
    public static final List<String> LISTENERS = Collections.unmodifiableList(NAMES);

    public static final Setting<String> MX_BIND = bind("mx", "mail from other servers");
    public static final Setting<Integer> MX_PORT = listener("mx", "mail from other servers", 2525, "mx", "starttls");
    public static final Setting<Integer> SUBMISSION_PORT = listener("submission", "mail from users, who sign in", 0,
            "submission", "starttls");
    public static final Setting<Integer> SUBMISSIONS_PORT = listener("submissions", "the same, inside TLS", 0,
            "submission", "implicit");
    public static final Setting<Integer> LMTP_PORT = listener("lmtp",
            "mail by LMTP (RFC 2033), from clients of networks.trusted alone,", 0, "lmtp", "starttls");
    public static final Setting<Integer> INTERNAL_PORT = listener("internal", "mail from internal systems", 0, "mx",
            "starttls");

    static {
        networks(ListenerSetting.PROXIES,
                "Networks of the load balancers in front of listeners with proxy = true; nobody else is"
                        + " served there.");
        networks(ListenerSetting.XCLIENT,
                "Networks whose clients may say by XCLIENT for whom they speak. Empty: nobody may.");
    }

    private ReceiverSettings() {}

    private static Setting<Integer> listener(String name, String purpose, int port, String role, String tls) {
        String key = "listener." + name + ".";
        NAMES.add(name);
        if (ALL.stream().noneMatch(setting -> setting.key().equals(key + "bind"))) {
            bind(name, purpose);
        }
        Setting<Integer> ported = LIST.setting(key + "port", SettingTypes.port(), Integer.toString(port),
                "Port of that listener; 0 for none.");
        LIST.setting(key + "role", SettingTypes.word("mx", "submission", "lmtp"), role,
                "What it is for: mail from other servers, from users who sign in, or by LMTP from clients of networks.trusted, while others are "
                        + "greeted with 554.");
        LIST.setting(key + "tls", SettingTypes.word("none", "starttls", "implicit"), tls,
                "When it speaks TLS: never, when the client asks (RFC 3207), or from the first octet on (RFC 8314).");
        LIST.setting(key + "proxy", SettingTypes.flag(), "false",
                "Whether each connection begins with a header of the PROXY protocol, version 1 or 2.");
        return ported;
    }

    private static Setting<String> bind(String name, String purpose) {
        return LIST.setting("listener." + name + ".bind", SettingTypes.address(), "127.0.0.1",
                "Address on which " + purpose + " is taken; 0.0.0.0 or :: for all.");
    }

    private static void networks(ListenerSetting shared, String meaning) {
        LIST.setting(shared, SettingTypes.list(SettingTypes.network(), 1000), meaning);
    }
}
