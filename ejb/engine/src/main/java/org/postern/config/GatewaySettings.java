package org.postern.config;

import org.postern.receiver.ListenerSetting;

import java.util.List;
import java.util.Optional;

/** What the gateway is called. */
public final class GatewaySettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<Optional<String>> NAME = LIST.setting(ListenerSetting.GATEWAY_NAME,
            SettingTypes.optionalDomain(),
            "The name in greeting, EHLO and trace fields. Empty: the host's own name.");
    public static final Setting<String> NODE = LIST.setting("node", SettingTypes.text(), "postern",
            "Name of this node, another one for each gateway on a database; at most 23 characters.");

    private GatewaySettings() {}
}
