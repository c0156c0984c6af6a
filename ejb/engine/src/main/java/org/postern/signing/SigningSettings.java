package org.postern.signing;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.time.Duration;
import java.util.List;

/** How the keys of one's own domains are kept. */
public final class SigningSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<String> SEAL = LIST.setting("dkim.seal-file", SettingTypes.text(), "",
            "File with the secret that seals private keys in the database. All nodes need the same. Empty: dkim.seal in the data folder,"
                    + " made when the first key is.");
    public static final Setting<Duration> INTERVAL = LIST.setting("dkim.interval",
            SettingTypes.duration("100ms", "1h"), "2s",
            "How often each node looks whether the keys in the database have changed.");

    private SigningSettings() {}
}
