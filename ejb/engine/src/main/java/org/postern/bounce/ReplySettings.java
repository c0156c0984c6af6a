package org.postern.bounce;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether applications may ask for replies to what they hand in, and for how long. */
public final class ReplySettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Optional<String>> DOMAIN = LIST.setting("replies.domain", SettingTypes.optionalDomain(),
            "",
            "Domain of the addresses where answers to applications arrive; its mail must come to this gateway. Empty: no application may ask for replies.");
    public static final Setting<Duration> LIFETIME = LIST.live("replies.lifetime",
            SettingTypes.duration("1m", "90d"), "30d",
            "How long an answer is taken at such an address, where the application does not ask for less.");

    private ReplySettings() {}
}
