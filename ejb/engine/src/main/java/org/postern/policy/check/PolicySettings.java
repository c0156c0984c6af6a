package org.postern.policy.check;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.config.Strictness;
import org.postern.network.Network;

import java.util.List;

/** Who may do what. */
public final class PolicySettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<List<Network>> TRUSTED = LIST.setting("networks.trusted",
            SettingTypes.list(SettingTypes.network(), 1000), "",
            "Networks whose clients may send to any recipient. Empty: nobody relays.");
    public static final Setting<Integer> RECEIVED_LIMIT = LIST.live("policy.received-limit",
            SettingTypes.integer(5, 1000), "50",
            "A message with more Received fields is in a loop and is refused (RFC 5321, 6.3).");
    public static final Setting<Strictness> REVERSE_LOOKUP = LIST.setting("policy.reverse-lookup",
            SettingTypes.choice(Strictness.class), "note",
            "What becomes of a client whose address has no name that leads back to it: nothing is looked up, it is noted in the"
                    + " trace field, or it is refused. Trusted clients are not looked up.");
    public static final Setting<Strictness> HELO_NAME = LIST.setting("policy.helo-name",
            SettingTypes.choice(Strictness.class), "note",
            "What becomes of a client that presents itself with a name that does not exist: nothing is looked up, it is noted,"
                    + " or it is refused. Trusted clients are not looked up.");
    public static final Setting<Boolean> CHECK_USER_SENDER = LIST.setting("policy.check-user-sender",
            SettingTypes.flag(),
            "true", "Whether mail is refused whose reverse-path or From is not among what its user may send as.");

    private PolicySettings() {}
}
