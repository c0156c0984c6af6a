package org.postern.sink;

import org.postern.archive.MailArchive.Held;
import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.config.Settings;

import java.time.Duration;
import java.util.List;

/** How much the sink keeps, and how long. */
public final class SinkSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Duration> TIME = LIST.keeping("sink.time", SettingTypes.duration("1h", "365d"), "7d",
            "How long a message stays in the sink.");
    public static final Setting<Integer> MESSAGES = LIST.live("sink.messages", SettingTypes.integer(1, 1_000_000),
            "10000", "Messages in the sink at most; the oldest go first.");
    public static final Setting<Long> OCTETS = LIST.live("sink.octets", SettingTypes.octets("1M", "10000G"), "1G",
            "Octets in the sink at most; likewise.");

    private SinkSettings() {}

    /** {@return how much the sink keeps} */
    public static Held most(Settings settings) {
        return new Held(settings.get(MESSAGES), settings.get(OCTETS));
    }
}
