package org.postern.config;

import java.util.List;

/** How the log is written, by a server of the gateway's own. */
public final class LogSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<String> FORMAT = LIST.setting("log.format", SettingTypes.word("text", "json"), "text",
            "How the log is written: for people, or as one JSON object a line, with session and queue id as fields.");

    private LogSettings() {}
}
