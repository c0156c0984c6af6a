package org.postern.digest;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.mail.Domain;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Whom the gateway writes to about mail in quarantine. */
public final class DigestSettings {
    private static final int MOST_DOMAINS = 1000;
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<List<Domain>> DOMAINS = LIST.setting("trust.digest-domains",
            SettingTypes.list(SettingTypes.domain(), MOST_DOMAINS), "",
            "Domains whose recipients are told once a day what of theirs has come into quarantine, except malware and what a rule set aside. Empty: nobody is.");
    public static final Setting<Optional<URI>> LINK = LIST.setting("trust.digest-link",
            SettingTypes.optionalWebAddress(),
            "",
            "Where recipients reach the HTTP side of the gateway, such as https://mail.example.org; the paths below /digest are enough."
                    + " Empty: nobody is told.");
    public static final Setting<LocalTime> TIME = LIST.setting("trust.digest-time", SettingTypes.timeOfDay(), "06:00",
            "The time of day, in UTC, from when on they are told.");
    public static final Setting<Integer> LINES = LIST.setting("trust.digest-lines", SettingTypes.integer(1, 500), "50",
            "Messages that one recipient is told of at most; of the others, how many there are.");
    public static final Setting<Duration> LINK_TIME = LIST.setting("trust.digest-link-time",
            SettingTypes.duration("1h", "90d"), "7d", "How long a link may be used.");

    private DigestSettings() {}
}
