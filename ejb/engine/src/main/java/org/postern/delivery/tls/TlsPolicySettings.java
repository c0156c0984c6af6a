package org.postern.delivery.tls;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingTypes;
import org.postern.config.rule.TlsPolicy;

import java.util.List;

/** How sessions with other servers are protected where nobody says otherwise. */
public final class TlsPolicySettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    public static final Setting<TlsPolicy> TLS = LIST.setting("delivery.tls",
            SettingTypes.choice(TlsPolicy.class), "may",
            "How much TLS mail to other servers wants, where no table [[tls-policy]] says otherwise: none at all, TLS if it is"
                    + " offered, always TLS, or always TLS with a certificate that proves the server's name.");
    public static final Setting<String> AUTHORITIES = LIST.setting("delivery.tls-authorities",
            SettingTypes.text(), "",
            "PEM file of the authorities whose server certificates are believed. Empty: those that Java knows.");

    private TlsPolicySettings() {}
}
