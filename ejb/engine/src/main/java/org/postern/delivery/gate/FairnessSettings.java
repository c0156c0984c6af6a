package org.postern.delivery.gate;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.time.Duration;
import java.util.List;

/** How much one destination, or one kind of mail, gets of what there is for all. */
public final class FairnessSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Integer> SESSIONS = LIST.setting("delivery.sessions",
            SettingTypes.integer(1, 1000), "40", "Most messages that are being handed on at a time.");
    public static final Setting<Integer> CONCURRENCY = LIST.live("delivery.concurrency",
            SettingTypes.integer(1, 1000), "20",
            "Most of them to one destination, so that a slow one leaves room for others.");
    public static final Setting<Integer> RATE = LIST.live("delivery.rate", SettingTypes.integer(0, 1_000_000), "0",
            "Most messages to one destination in a minute; 0 for any number. Single destinations get a limit of their own in the"
                    + " console.");
    public static final Setting<Duration> SLOW = LIST.setting("delivery.slow", SettingTypes.duration("100ms", "1h"),
            "5s",
            "Destinations where a delivery takes this long or longer in the mean hold together at most half of the sessions.");
    public static final Setting<Integer> BULK_SESSIONS = LIST.setting("delivery.bulk-sessions",
            SettingTypes.integer(1, 1000), "20",
            "Most bulk messages that are being handed on at a time, beside those of delivery.sessions.");
    public static final Setting<Integer> BULK_AFTER = LIST.setting("delivery.bulk-after",
            SettingTypes.integer(0, 10_000_000), "300",
            "Messages of one submitter in a minute, a user or else a client's network, or a sender's domain where an application"
                    + " hands in, after which more go in the bulk lane; 0 for any number.");
    public static final Setting<Duration> BACK_OFF = LIST.setting("delivery.back-off",
            SettingTypes.duration("1s", "1h"),
            "10s",
            "How long a destination that cannot be reached is left alone at first; twice as long each time after that.");
    public static final Setting<Duration> LONGEST_BACK_OFF = LIST.setting("delivery.longest-back-off",
            SettingTypes.duration("1s", "1d"), "5m", "How long it is left alone at most.");

    private FairnessSettings() {}
}
