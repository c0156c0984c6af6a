package org.postern.dns;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Who is asked for names, and for how long. */
public final class NameServerSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<List<InetSocketAddress>> SERVERS = LIST.setting("gateway.dns",
            SettingTypes.list(SettingTypes.server(53), 8), "", "The DNS servers that are asked. Empty: the system's.");
    public static final Setting<Duration> TIMEOUT = LIST.setting("gateway.dns-timeout",
            SettingTypes.duration("100ms", "1m"), "3s", "How long a DNS server may take before it is asked again.");

    private NameServerSettings() {}
}
