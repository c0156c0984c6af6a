package org.postern.config;

import java.util.List;

/** Where whoever watches over the gateway comes in. */
public final class MonitorSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<String> BIND = LIST.setting("metrics.bind", SettingTypes.address(), "127.0.0.1",
            "Address where health and figures are told, to whoever asks.");
    public static final Setting<Integer> PORT = LIST.setting("metrics.port", SettingTypes.port(), "0",
            "Port where health and figures are told, and nothing else. 0: none.");

    private MonitorSettings() {}
}
