package org.postern.delivery.outcome;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingType;
import org.postern.config.SettingTypes;

import java.time.Duration;
import java.util.List;

/** When mail that was put off is tried again, and what its sender is told. */
public final class RetrySettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    private static final SettingType<List<Duration>> WAITS = SettingTypes.list(SettingTypes.duration("1s", "7d"), 50);

    public static final Setting<List<Duration>> SCHEDULE = LIST.setting("retry.schedule", WAITS, "1m,5m,15m,1h,4h",
            "Waiting times after the first failed attempt, the second and so on; the last one repeats.");
    public static final Setting<List<Duration>> NETWORK = LIST.setting("retry.network", WAITS, "",
            "The same where nobody was reached (4.4.X). Empty: as " + SCHEDULE.key()
                    + " where that is set, or else 1m,5m,10m,30m,1h,2h.");
    public static final Setting<List<Duration>> GREYLISTED = LIST.setting("retry.greylisted", WAITS, "",
            "The same after greylisting: what is called so, or 451 or 4.7.1 at the first contact. Empty: as "
                    + SCHEDULE.key() + " where that is set, or else 1m,3m,6m,15m,1h,4h.");
    public static final Setting<List<Duration>> FULL = LIST.setting("retry.full", WAITS, "",
            "The same where the mailbox is full (4.2.2). Empty: as " + SCHEDULE.key()
                    + " where that is set, or else 30m,2h,4h,8h.");
    public static final Setting<List<Duration>> POLICY = LIST.setting("retry.policy", WAITS, "",
            "The same where a rule of the other side or TLS stood against it (4.7.X). Empty: as " + SCHEDULE.key()
                    + " where that is set, or else 5m,15m,1h,4h.");
    public static final Setting<Integer> JITTER = LIST.setting("retry.jitter", SettingTypes.integer(0, 100), "10",
            "Per cent by which each of these times strays, so that what failed together is not tried together.");
    public static final Setting<Duration> EXPIRY = LIST.setting("retry.expiry", SettingTypes.duration("1s", "30d"),
            "5d", "How long after its arrival a message is given up and reported to its sender (RFC 5321, 4.5.4.1).");
    public static final Setting<Duration> DELAY_NOTICE = LIST.setting("retry.delay-notice",
            SettingTypes.duration("0s", "30d"), "4h",
            "How long after its arrival the sender of a message that is still tried is told so, once, unless NOTIFY has no"
                    + " DELAY (RFC 3461, 4.1); 0s for never.");
    public static final Setting<Integer> NOTICE_FULL_LIMIT = LIST.setting("notice.full-limit",
            SettingTypes.integer(0, 50_000_000), "1000000",
            "Octets of the largest message that a report returns as a whole where its sender wants that (RFC 3461, 4.3).");

    private RetrySettings() {}
}
