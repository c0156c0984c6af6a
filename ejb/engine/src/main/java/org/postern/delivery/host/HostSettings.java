package org.postern.delivery.host;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.mail.Domain;
import org.postern.network.Network;

import java.time.Duration;
import java.util.List;

/** Which hosts a destination has, and which of them are this gateway itself. */
public final class HostSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<List<Domain>> OWN_NAMES = LIST.setting("gateway.own-names",
            SettingTypes.list(SettingTypes.domain(), 1000), "",
            "Other names of this gateway, and of those beside it, in MX records: mail is never handed to them, nor to hosts that"
                    + " the domain wants less (RFC 5321, 5.1).");
    public static final Setting<List<Network>> OWN_ADDRESSES = LIST.setting("gateway.own-addresses",
            SettingTypes.list(SettingTypes.network(), 1000), "",
            "Addresses under which other servers reach it, such as the outer side of a firewall. Those on which the mx listener"
                    + " takes mail on the port of delivery.port are known.");
    public static final Setting<Integer> PORT = LIST.setting("delivery.port", SettingTypes.integer(1, 65_535), "25",
            "Port of the servers that MX records name.");
    public static final Setting<Integer> SERVERS = LIST.setting("delivery.servers", SettingTypes.integer(1, 100),
            "20", "Most addresses of a destination that one attempt tries.");
    public static final Setting<Duration> SMART_HOST_PAUSE = LIST.setting("delivery.smart-host-pause",
            SettingTypes.duration("0s", "1d"), "1m",
            "How long a host that could not be reached is asked after all others of its route, or of the same domain.");

    private HostSettings() {}
}
