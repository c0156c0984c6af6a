package org.postern.config;

import java.util.List;

/** Where people come in. */
public final class ConsoleSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<String> HTTP_BIND = LIST.setting("http.bind", SettingTypes.address(), "127.0.0.1",
            "Address of the console.");
    public static final Setting<Integer> HTTP_PORT = LIST.setting("http.port", SettingTypes.port(), "8080",
            "Port of the console.");
    public static final Setting<Integer> MANAGEMENT_PORT = LIST.setting("management.port", SettingTypes.port(), "9990",
            "Port of the server's management, on 127.0.0.1.");

    private ConsoleSettings() {}
}
