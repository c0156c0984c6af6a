package org.postern.bounce;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whose mail leaves with a reverse-path of the gateway, and what becomes of what comes back to it. */
public final class ReturnSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<List<RecipientPattern>> SENDERS = LIST.setting("verp.senders",
            SettingTypes.list(SettingTypes.pattern(), 1000), "",
            "Senders whose mail leaves with a signed reverse-path of the gateway, by which bounces find their message: mailbox, domain,"
                    + " .domain, or *. Empty: nobody.");
    public static final Setting<Optional<String>> DOMAIN = LIST.setting("verp.domain", SettingTypes.optionalDomain(),
            "", "Domain of these reverse-paths; its mail must come to this gateway. Empty: the gateway's name.");
    public static final Setting<Duration> LIFETIME = LIST.setting("verp.lifetime", SettingTypes.duration("1d", "90d"),
            "14d",
            "How long a bounce is taken at such a reverse-path. Longer than trace.retention it is told in no story.");
    public static final Setting<String> QUEUE = LIST.setting("verp.queue", SettingTypes.text(), "",
            "Queue of an application that gets the bounces. Empty: the sender gets them.");

    public static final Setting<Optional<String>> SRS_DOMAIN = LIST.setting("forward.srs-domain",
            SettingTypes.optionalDomain(), "",
            "Domain of the reverse-paths by which mail leaves that aliases forward to other domains (SRS); its mail must come to this gateway."
                    + " Empty: such mail leaves with its own.");

    private ReturnSettings() {}
}
