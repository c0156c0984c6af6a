package org.postern.limit;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.network.Network;
import org.postern.receiver.ProtocolRole;

import java.time.Duration;
import java.util.List;

/** Who may log in, and what follows when that fails too often. */
public final class LoginSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<List<ProtocolRole>> ROLES = LIST.live("auth.roles",
            SettingTypes.list(SettingTypes.choice(ProtocolRole.class), 3), "submission",
            "Listeners of which role let clients log in, always inside TLS only.");
    public static final Setting<Integer> ATTEMPTS = LIST.live("auth.attempts", SettingTypes.integer(0, 100_000),
            "10", "Failed logins that lock out a client's network, or a user; 0 for no lock.");
    public static final Setting<Duration> LOCK_TIME = LIST.live("auth.lock-time",
            SettingTypes.duration("1s", "7d"), "15m",
            "How long failed logins count, and so how long nobody gets in after too many of them.");
    public static final Setting<List<Network>> SHARED_NETWORKS = LIST.live("auth.shared-networks",
            SettingTypes.list(SettingTypes.network(), 1000), "",
            "Networks that many users share, such as a webmail server's: failed logins lock out users there, never the network."
                    + " Trusted networks are shared ones.");

    private LoginSettings() {}
}
