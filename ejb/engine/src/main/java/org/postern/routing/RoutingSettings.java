package org.postern.routing;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.mail.Mailbox;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an address is read before its route is looked for, and how routes are kept fresh. */
public final class RoutingSettings {
    private static final Sentence.Form NO_SEPARATOR = Sentence.form("notASeparator",
            "one of + - = # _ or nothing, not {0}");
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Optional<Mailbox>> POSTMASTER = LIST.setting("gateway.postmaster",
            SettingTypes.optionalMailbox(), "",
            "The address that mail for postmaster of the gateway itself goes to. Empty: such mail waits for two weeks for an alias, a route or this setting, and is then given up.");
    public static final Setting<String> SEPARATOR = LIST.setting("alias.separator", separator(), "+",
            "What parts a user from a tag in a local part: user+tag is user, where nothing stands for user+tag itself. Empty: nothing.");
    public static final Setting<Duration> INTERVAL = LIST.setting("routes.interval",
            SettingTypes.duration("100ms", "1h"), "2s",
            "How often each node looks whether routes or aliases in the database have changed.");

    private RoutingSettings() {}

    private static SettingType<String> separator() {
        Sentence signs = Sentence.form("limitsOneSignOrEmpty", "one of + - = # _ or empty").with();
        return new SettingType<>("character", signs, text -> {
            if (text.length() > 1 || !"+-=#_".contains(text)) {
                throw NO_SEPARATOR.refused(text);
            }
            return text;
        });
    }
}
