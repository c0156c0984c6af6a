package org.postern.ra;

import org.postern.ra.tls.TlsMode;
import org.postern.ra.tls.TlsSettings;

/** When a listener speaks TLS, and what it proves its name with. */
public abstract class TlsProperties extends LimitProperties {
    private static final long serialVersionUID = 1L;

    TlsProperties() {}

    final TlsMode tlsMode() {
        return TlsMode.of(get(ListenerProperty.TLS));
    }

    final TlsSettings keyMaterial(String serverName) {
        return new TlsSettings(serverName, file(ListenerProperty.TLS_CERTIFICATE), file(ListenerProperty.TLS_KEY),
                file(ListenerProperty.TLS_KEYSTORE), get(ListenerProperty.TLS_KEYSTORE_PASSWORD),
                file(ListenerProperty.TLS_FOLDER), file(ListenerProperty.TLS_CLIENT_AUTHORITIES),
                folder(ListenerProperty.TLS_HOME, "tls"));
    }

    /** {@return {@code none}, {@code starttls} (RFC 3207) or {@code implicit} (RFC 8314)} */
    public String getTls() {
        return get(ListenerProperty.TLS);
    }

    public void setTls(String tls) {
        set(ListenerProperty.TLS, tls);
    }

    /** {@return PEM file of the certificate and its chain; empty for a self-signed one} */
    public String getTlsCertificate() {
        return get(ListenerProperty.TLS_CERTIFICATE);
    }

    public void setTlsCertificate(String tlsCertificate) {
        set(ListenerProperty.TLS_CERTIFICATE, tlsCertificate);
    }

    /** {@return PEM file of the key; empty if the certificate's file has it} */
    public String getTlsKey() {
        return get(ListenerProperty.TLS_KEY);
    }

    public void setTlsKey(String tlsKey) {
        set(ListenerProperty.TLS_KEY, tlsKey);
    }

    /** {@return PKCS#12 file, in place of the two} */
    public String getTlsKeystore() {
        return get(ListenerProperty.TLS_KEYSTORE);
    }

    public void setTlsKeystore(String tlsKeystore) {
        set(ListenerProperty.TLS_KEYSTORE, tlsKeystore);
    }

    /** {@return password of the key store} */
    public String getTlsKeystorePassword() {
        return get(ListenerProperty.TLS_KEYSTORE_PASSWORD);
    }

    public void setTlsKeystorePassword(String tlsKeystorePassword) {
        set(ListenerProperty.TLS_KEYSTORE_PASSWORD, tlsKeystorePassword);
    }

    /** {@return folder of more certificates, for other names} */
    public String getTlsFolder() {
        return get(ListenerProperty.TLS_FOLDER);
    }

    public void setTlsFolder(String tlsFolder) {
        set(ListenerProperty.TLS_FOLDER, tlsFolder);
    }

    /** {@return PEM file of the authorities whose client certificates are believed; empty to ask for none} */
    public String getTlsClientAuthorities() {
        return get(ListenerProperty.TLS_CLIENT_AUTHORITIES);
    }

    public void setTlsClientAuthorities(String tlsClientAuthorities) {
        set(ListenerProperty.TLS_CLIENT_AUTHORITIES, tlsClientAuthorities);
    }

    /** {@return folder of the self-signed pair; empty for {@code tls} in the data folder} */
    public String getTlsHome() {
        return get(ListenerProperty.TLS_HOME);
    }

    public void setTlsHome(String tlsHome) {
        set(ListenerProperty.TLS_HOME, tlsHome);
    }
}
