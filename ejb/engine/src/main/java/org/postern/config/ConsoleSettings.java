package org.postern.config;

import org.postern.network.Network;

import java.time.Duration;
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
    public static final Setting<List<Network>> PROXIES = LIST.setting("http.proxies",
            SettingTypes.list(SettingTypes.network(), 1000), "127.0.0.0/8,::1",
            "Reverse proxies before the console: from them alone X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host are believed. They have to"
                    + " set the first two, whatever a client has written there.");
    public static final Setting<Duration> SESSION_IDLE = LIST.live("http.session-idle",
            SettingTypes.duration("10s", "30d"), "30m",
            "How long somebody stays logged in without doing anything. That an open page looks for news is nothing that they do.");
    public static final Setting<Duration> SESSION_LONGEST = LIST.live("http.session-longest",
            SettingTypes.duration("1m", "365d"), "12h", "How long somebody stays logged in at most.");
    public static final Setting<Duration> AUDIT_RETENTION = LIST.keeping("audit.retention",
            SettingTypes.duration("1d", "3650d"), "400d", "How long it is kept who did what in the console.");

    private ConsoleSettings() {}
}
