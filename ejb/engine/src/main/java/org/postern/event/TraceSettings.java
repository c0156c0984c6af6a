package org.postern.event;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.time.Duration;
import java.util.List;

/** How long is kept what happened to mail. */
public final class TraceSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Duration> RETENTION = LIST.keeping("trace.retention",
            SettingTypes.duration("1h", "3650d"), "30d",
            "How long the story of a message is kept, counted from its arrival.");

    public static final Setting<Boolean> SUBJECT = LIST.live("trace.subject", SettingTypes.flag(), "true",
            "Whether the Subject of a message is kept with its story, the first 200 characters, to be shown and sought in the console;"
                    + " what was kept before stays until trace.retention.");

    private TraceSettings() {}
}
