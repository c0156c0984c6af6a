package org.postern.config;

import org.postern.config.rule.TlsPolicy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How sessions with the servers that mail goes to are held: how long each step may take, how they are kept and protected. */
public final class SenderSettings {
    private static final List<Setting<?>> LISTED = new ArrayList<>();

    // how long a server may take
    public static final Setting<Duration> GREETING_TIMEOUT = duration("delivery.greeting-timeout", "1s", "1h", "5m",
            "How long a server may take for its greeting (RFC 5321, 4.5.3.2.1).");
    public static final Setting<Duration> EHLO_TIMEOUT = duration("delivery.ehlo-timeout", "1s", "1h", "5m",
            "How long a server may take to answer EHLO, STARTTLS and AUTH, and for the TLS handshake.");
    public static final Setting<Duration> MAIL_TIMEOUT = duration("delivery.mail-timeout", "1s", "1h", "5m",
            "How long a server may take to answer MAIL (RFC 5321, 4.5.3.2.2).");
    public static final Setting<Duration> RCPT_TIMEOUT = duration("delivery.rcpt-timeout", "1s", "1h", "5m",
            "How long a server may take to answer RCPT (RFC 5321, 4.5.3.2.3).");
    public static final Setting<Duration> DATA_TIMEOUT = duration("delivery.data-timeout", "1s", "1h", "2m",
            "How long a server may take to answer DATA (RFC 5321, 4.5.3.2.4).");
    public static final Setting<Duration> BLOCK_TIMEOUT = duration("delivery.block-timeout", "1s", "1h", "3m",
            "How long a server may take to read 32 KB of content (RFC 5321, 4.5.3.2.5).");
    public static final Setting<Duration> CONTENT_TIMEOUT = duration("delivery.content-timeout", "1s", "1h", "10m",
            "How long a server may take to answer the end of the content (RFC 5321, 4.5.3.2.6).");

    // how sessions are kept
    public static final Setting<Duration> IDLE_TIME = duration("delivery.idle-time", "0s", "5m", "5s",
            "How long a session with a server waits for the next message.");
    public static final Setting<Integer> SESSION_MESSAGES = listed(new Setting<>("delivery.session-messages",
            SettingTypes.integer(1, 100_000), "100", "Messages after which a session with a server is ended."));
    public static final Setting<Duration> SESSION_AGE = duration("delivery.session-age", "1s", "1d", "5m",
            "How long after its opening a session with a server takes another message.");

    // how they are protected
    public static final Setting<TlsPolicy> TLS = listed(new Setting<>("delivery.tls",
            SettingTypes.choice(TlsPolicy.class), "may",
            "How much TLS mail to other servers wants, where no table [[tls-policy]] says otherwise: none at all, TLS if it is"
                    + " offered, always TLS, or always TLS with a certificate that proves the server's name."));
    public static final Setting<String> TLS_AUTHORITIES = listed(new Setting<>("delivery.tls-authorities",
            SettingTypes.text(), "",
            "PEM file of the authorities whose server certificates are believed. Empty: those that Java knows."));

    public static final Setting<DaneUse> DANE = listed(new Setting<>("delivery.dane",
            SettingTypes.choice(DaneUse.class), "auto",
            "Whether signed TLSA records of a destination count (RFC 7672): never, from when on the DNS servers were seen to hand on"
                    + " DNSSEC, or always, so that mail waits where they do not."));
    public static final Setting<String> DANE_ANCHORS = listed(new Setting<>("delivery.dane-anchors",
            SettingTypes.text(), "",
            "File of DS or DNSKEY records of the root that DNSSEC is trusted for. Empty: those of the Internet's root."));
    public static final Setting<Boolean> MTA_STS = listed(new Setting<>("delivery.mta-sts", SettingTypes.flag(),
            "true", "Whether the MTA-STS policies of destinations count (RFC 8461)."));
    public static final Setting<List<InetSocketAddress>> MTA_STS_PROXY = listed(
            new Setting<>("delivery.mta-sts-proxy", SettingTypes.list(SettingTypes.server(3128), 1), "",
                    "HTTP proxy by which these policies are fetched. Empty: none."));

    /** All of them. */
    static final List<Setting<?>> ALL = List.copyOf(LISTED);

    private SenderSettings() {}

    private static Setting<Duration> duration(String key, String least, String most, String usual, String meaning) {
        return listed(new Setting<>(key, SettingTypes.duration(least, most), usual, meaning));
    }

    private static <T> Setting<T> listed(Setting<T> setting) {
        LISTED.add(setting);
        return setting;
    }
}
