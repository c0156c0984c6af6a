package org.postern.delivery.sts;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.net.InetSocketAddress;
import java.util.List;

/** How MTA-STS is used. */
public final class StsSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Boolean> USE = LIST.setting("delivery.mta-sts", SettingTypes.flag(),
            "true", "Whether the MTA-STS policies of destinations count (RFC 8461).");
    public static final Setting<List<InetSocketAddress>> PROXY = LIST.setting("delivery.mta-sts-proxy",
            SettingTypes.list(SettingTypes.server(3128), 1), "",
            "HTTP proxy by which these policies are fetched. Empty: none.");

    private StsSettings() {}
}
