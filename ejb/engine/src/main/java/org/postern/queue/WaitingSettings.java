package org.postern.queue;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.time.Duration;
import java.util.List;

/** How mail that waits for its time is looked after. */
public final class WaitingSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Duration> INTERVAL = LIST.setting("parked.interval",
            SettingTypes.duration("100ms", "1h"), "1s", "How often parked mail is looked through for what is due.");
    public static final Setting<Integer> AHEAD = LIST.live("parked.ahead", SettingTypes.integer(100, 1_000_000),
            "2000", "Parked mail is taken up while its queue holds fewer messages than this.");

    private WaitingSettings() {}
}
