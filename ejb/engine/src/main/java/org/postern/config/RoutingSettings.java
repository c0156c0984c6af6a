package org.postern.config;

import org.postern.mail.Domain;
import org.postern.network.Network;
import org.postern.smtp.wire.DomainParser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the gateway has to know of itself, and of addresses, to say where mail goes. */
public final class RoutingSettings {
    private static final List<Setting<?>> LISTED = new ArrayList<>();

    public static final Setting<List<Domain>> OWN_NAMES = listed(new Setting<>("gateway.own-names",
            SettingTypes.list(domain(), 1000), "",
            "Other names of this gateway, and of those beside it, in MX records: mail is never handed to them, nor to hosts that"
                    + " the domain wants less (RFC 5321, 5.1)."));
    public static final Setting<List<Network>> OWN_ADDRESSES = listed(new Setting<>("gateway.own-addresses",
            SettingTypes.list(SettingTypes.network(), 1000), "",
            "Addresses under which other servers reach it, such as the outer side of a firewall. Those on which the mx listener"
                    + " takes mail on the port of delivery.port are known."));
    public static final Setting<String> SEPARATOR = listed(new Setting<>("alias.separator", separator(), "+",
            "What parts a user from a tag in a local part: user+tag is user, where nothing stands for user+tag itself. Empty: nothing."));
    public static final Setting<Duration> ROUTES_INTERVAL = listed(new Setting<>("routes.interval",
            SettingTypes.duration("100ms", "1h"), "2s",
            "How often each node looks whether routes or aliases in the database have changed."));
    public static final Setting<Duration> SMART_HOST_PAUSE = listed(new Setting<>("delivery.smart-host-pause",
            SettingTypes.duration("0s", "1d"), "1m",
            "How long a smart host that could not be reached is asked after all others of its route."));

    /** All of them. */
    static final List<Setting<?>> ALL = List.copyOf(LISTED);

    private RoutingSettings() {}

    private static SettingType<Domain> domain() {
        return new SettingType<>("domain", "", text -> DomainParser.parse(text)
                .toOptional()
                .orElseThrow(() -> new IllegalArgumentException("not a domain name: " + text)));
    }

    private static SettingType<String> separator() {
        return new SettingType<>("character", "one of + - = # _ or empty", text -> {
            if (text.length() > 1 || !"+-=#_".contains(text)) {
                throw new IllegalArgumentException("one of + - = # _ or nothing, not " + text);
            }
            return text;
        });
    }

    private static <T> Setting<T> listed(Setting<T> setting) {
        LISTED.add(setting);
        return setting;
    }
}
