package org.postern.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much one destination, or one kind of mail, gets of what there is for all. */
public final class FairnessSettings {
    private static final List<Setting<?>> LISTED = new ArrayList<>();

    public static final Setting<Integer> RATE = listed("delivery.rate", SettingTypes.integer(0, 1_000_000), "0",
            "Most messages to one destination in a minute; 0 for any number. Single destinations get a limit of their own in the"
                    + " console.");
    public static final Setting<Duration> SLOW = listed("delivery.slow", SettingTypes.duration("100ms", "1h"), "5s",
            "Destinations where a delivery takes this long or longer in the mean hold together at most half of the sessions.");
    public static final Setting<Integer> BULK_SESSIONS = listed("delivery.bulk-sessions",
            SettingTypes.integer(1, 1000), "20",
            "Most bulk messages that are being handed on at a time, beside those of delivery.sessions.");
    public static final Setting<Integer> BULK_AFTER = listed("delivery.bulk-after",
            SettingTypes.integer(0, 10_000_000), "300",
            "Messages of one submitter in a minute, a user or else a client's network, or a sender's domain where an application"
                    + " hands in, after which more go in the bulk lane; 0 for any number.");

    /** All of them. */
    static final List<Setting<?>> ALL = List.copyOf(LISTED);

    private FairnessSettings() {}

    private static <T> Setting<T> listed(String key, SettingType<T> type, String usual, String meaning) {
        Setting<T> setting = new Setting<>(key, type, usual, meaning);
        LISTED.add(setting);
        return setting;
    }
}
