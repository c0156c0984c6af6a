package org.postern.delivery.dane;

import org.postern.config.DaneUse;
import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;

import java.util.List;

/** How DANE is used. */
public final class DaneSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<DaneUse> USE = LIST.setting("delivery.dane",
            SettingTypes.choice(DaneUse.class), "auto",
            "Whether signed TLSA records of a destination count (RFC 7672): never, from when on the DNS servers were seen to hand on"
                    + " DNSSEC, or always, so that mail waits where they do not.");
    public static final Setting<String> ANCHORS = LIST.setting("delivery.dane-anchors",
            SettingTypes.text(), "",
            "File of DS or DNSKEY records of the root that DNSSEC is trusted for. Empty: those of the Internet's root.");

    private DaneSettings() {}
}
