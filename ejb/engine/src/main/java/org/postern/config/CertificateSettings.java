package org.postern.config;

import org.postern.receiver.ListenerSetting;

import java.util.List;
import java.util.stream.Stream;

/** What proves to clients who we are, and who they are. */
public final class CertificateSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    /** The keys of those of which one at least has to be set, lest clients see a certificate that we made ourselves. */
    public static final List<String> OF_OUR_OWN = Stream
            .of(ListenerSetting.CERTIFICATE, ListenerSetting.KEYSTORE, ListenerSetting.CERTIFICATE_FOLDER)
            .map(ListenerSetting::key)
            .toList();

    public static final Setting<String> CERTIFICATE = text(ListenerSetting.CERTIFICATE,
            "PEM file of the certificate and those that lead to its authority. Empty, without"
                    + " tls.keystore: a self-signed one is made in the data folder.");
    public static final Setting<String> KEY = text(ListenerSetting.KEY,
            "PEM file of its key, not encrypted. Empty: the certificate's file has it.");
    public static final Setting<String> KEYSTORE = text(ListenerSetting.KEYSTORE,
            "PKCS#12 file with both, in place of the two.");
    public static final Setting<String> KEYSTORE_PASSWORD = LIST.setting(ListenerSetting.KEYSTORE_PASSWORD,
            SettingTypes.secret(),
            "Password of that file and of its key. Better given as an environment variable, or in a file of its own,"
                    + " than in the file.");
    public static final Setting<String> FOLDER = text(ListenerSetting.CERTIFICATE_FOLDER,
            "Folder of more certificates, for clients that ask for other names (SNI): NAME.pem with the key"
                    + " in it, NAME.crt beside NAME.key, or NAME.p12.");
    public static final Setting<String> CLIENT_AUTHORITIES = text(ListenerSetting.CLIENT_AUTHORITIES,
            "PEM file of the authorities whose client certificates are believed. Empty: clients are not asked for one.");

    private CertificateSettings() {}

    private static Setting<String> text(ListenerSetting shared, String meaning) {
        return LIST.setting(shared, SettingTypes.text(), meaning);
    }
}
