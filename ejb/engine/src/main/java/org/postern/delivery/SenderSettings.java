package org.postern.delivery;

import org.postern.config.Setting;
import org.postern.config.SettingList;
import org.postern.config.SettingType;
import org.postern.config.SettingTypes;

import java.time.Duration;
import java.util.List;

/** How sessions with the servers that mail goes to are held: how long each step may take, and how they are kept. */
public final class SenderSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    private static final SettingType<Duration> ANSWER = SettingTypes.duration("1s", "1h");

    // how long a server may take
    public static final Setting<Duration> ATTEMPT_LIMIT = LIST.setting("delivery.attempt-limit",
            SettingTypes.duration("1s", "1d"), "15m",
            "How long after its servers were found an attempt turns to another one of them, or begins another transaction there.");
    public static final Setting<Duration> CONNECT_TIMEOUT = LIST.setting("delivery.connect-timeout",
            SettingTypes.duration("1s", "5m"), "30s", "How long a connection may take to come about.");
    public static final Setting<Duration> GREETING_TIMEOUT = LIST.setting("delivery.greeting-timeout", ANSWER, "5m",
            "How long a server may take for its greeting (RFC 5321, 4.5.3.2.1).");
    public static final Setting<Duration> EHLO_TIMEOUT = LIST.setting("delivery.ehlo-timeout", ANSWER, "5m",
            "How long a server may take to answer EHLO, STARTTLS and AUTH, and for the TLS handshake.");
    public static final Setting<Duration> MAIL_TIMEOUT = LIST.setting("delivery.mail-timeout", ANSWER, "5m",
            "How long a server may take to answer MAIL (RFC 5321, 4.5.3.2.2).");
    public static final Setting<Duration> RCPT_TIMEOUT = LIST.setting("delivery.rcpt-timeout", ANSWER, "5m",
            "How long a server may take to answer RCPT (RFC 5321, 4.5.3.2.3).");
    public static final Setting<Duration> DATA_TIMEOUT = LIST.setting("delivery.data-timeout", ANSWER, "2m",
            "How long a server may take to answer DATA (RFC 5321, 4.5.3.2.4).");
    public static final Setting<Duration> BLOCK_TIMEOUT = LIST.setting("delivery.block-timeout", ANSWER, "3m",
            "How long a server may take to read 32 KB of content (RFC 5321, 4.5.3.2.5).");
    public static final Setting<Duration> CONTENT_TIMEOUT = LIST.setting("delivery.content-timeout", ANSWER, "10m",
            "How long a server may take to answer the end of the content (RFC 5321, 4.5.3.2.6).");
    public static final Setting<Duration> OPENING_LIMIT = LIST.setting("delivery.opening-limit", ANSWER, "10m",
            "How long a server may take in all until it takes mail, however quick each answer: greeting, EHLO, TLS and login.");
    public static final Setting<Duration> TRANSACTION_LIMIT = LIST.setting("delivery.transaction-limit", ANSWER, "10m",
            "How long a server may take in all from MAIL to the end of the content, however quick each answer. 5 s more for each"
                    + " recipient, and as long as the content takes at delivery.minimum-rate.");
    public static final Setting<Integer> MINIMUM_RATE = LIST.setting("delivery.minimum-rate",
            SettingTypes.integer(1, 1 << 30), "4000",
            "Octets of content that a server has to read in a second, in the mean.");

    // how sessions are kept
    public static final Setting<Duration> IDLE_TIME = LIST.setting("delivery.idle-time",
            SettingTypes.duration("0s", "5m"), "5s",
            "How long a session with a server waits for the next message.");
    public static final Setting<Integer> SESSION_MESSAGES = LIST.setting("delivery.session-messages",
            SettingTypes.integer(1, 100_000), "100", "Messages after which a session with a server is ended.");
    public static final Setting<Duration> SESSION_AGE = LIST.setting("delivery.session-age",
            SettingTypes.duration("1s", "1d"), "5m",
            "How long after its opening a session with a server takes another message.");

    private SenderSettings() {}
}
