package org.postern.receiver;

import java.util.Optional;

/**
 * A setting that a listener reads as a system property and the gateway knows as well. Key, default and range stand here alone. Numbers are
 * plain ones: times in seconds, sizes in octets unless they are said to be in megabytes.
 */
public enum ListenerSetting {
    GATEWAY_NAME("gateway.name", ""), //

    CERTIFICATE("tls.certificate", ""), //
    KEY("tls.key", ""), //
    KEYSTORE("tls.keystore", ""), //
    KEYSTORE_PASSWORD("tls.keystore-password", ""), //
    CERTIFICATE_FOLDER("tls.folder", ""), //
    CLIENT_AUTHORITIES("tls.client-authorities", ""), //

    PROXIES("networks.proxies", ""), //
    XCLIENT("networks.xclient", ""), //

    MESSAGE_SIZE_LIMIT("smtp.message-size-limit", 52_428_800, 65_536, 1 << 30), //
    RECIPIENT_LIMIT("smtp.recipient-limit", 1_000, 100, 8_000), //
    HEADER_SIZE_LIMIT("smtp.header-size-limit", 262_144, 1_000, 1 << 26), //
    TEXT_LINE_LIMIT("smtp.text-line-limit", 10_000, 1_000, 1 << 26), //
    COMMAND_LINE_LIMIT("smtp.command-line-limit", 2_048, 512, 65_536), //
    ERROR_LIMIT("smtp.error-limit", 50, 1, 10_000), //
    REFUSAL_LIMIT("smtp.refusal-limit", 1_000, 1, 1_000_000), //
    IDLE_COMMAND_LIMIT("smtp.idle-command-limit", 200, 1, 1_000_000), //
    SESSION_LIMIT("smtp.session-limit", 2_000, 1, 100_000), //
    CLIENT_SESSION_LIMIT("smtp.client-session-limit", 400, 1, 100_000), //
    BACKLOG("smtp.backlog", 256, 1, 65_535), //
    COMMAND_TIMEOUT("smtp.command-timeout", 300, 1, 86_400), //
    DATA_TIMEOUT("smtp.data-timeout", 180, 1, 86_400), //
    MINIMUM_RATE("smtp.minimum-rate", 500, 1, 1 << 30), //
    MESSAGE_TIMEOUT("smtp.message-timeout", 1_800, 1, 86_400), //
    TRANSACTION_TIMEOUT("smtp.transaction-timeout", 7_200, 1, 86_400), //
    SESSION_TIMEOUT("smtp.session-timeout", 14_400, 1, 864_000), //
    REPLY_TIMEOUT("smtp.reply-timeout", 60, 1, 86_400), //
    DRAIN_TIMEOUT("smtp.drain-timeout", 5, 0, 3_600), //
    SPOOL_LIMIT("smtp.spool-limit", 0, 0, 1 << 30), //
    MEMORY_THRESHOLD("smtp.memory-threshold", 262_144, 0, 1 << 26), //
    FUTURE_RELEASE("smtp.future-release", 2_592_000, 0, 999_999_999), //
    ETRN("smtp.etrn", "true"), //

    JOURNAL_DISK("journal.max-disk-usage", 95, 1, 100); //

    /**
     * The numbers that a setting takes.
     *
     * @param least the smallest that is taken
     * @param most the largest that is taken
     */
    public record Range(int least, int most) {
        public boolean contains(long value) {
            return value >= least && value <= most;
        }

        @Override
        public String toString() {
            return least + " to " + most;
        }
    }

    private final String key;
    private final String byDefault;
    private final boolean number;
    private final int least;
    private final int most;

    ListenerSetting(String key, String byDefault) {
        this(key, byDefault, false, 0, 0);
    }

    ListenerSetting(String key, int byDefault, int least, int most) {
        this(key, Integer.toString(byDefault), true, least, most);
    }

    ListenerSetting(String key, String byDefault, boolean number, int least, int most) {
        this.key = key;
        this.byDefault = byDefault;
        this.number = number;
        this.least = least;
        this.most = most;
    }

    /** {@return its name among the settings; the system property is this after {@code postern.}} */
    public String key() {
        return key;
    }

    /** {@return the text of its value where nobody says anything} */
    public String byDefault() {
        return byDefault;
    }

    /** {@return what it may be, where it is a number} */
    public Optional<Range> range() {
        return number ? Optional.of(new Range(least, most)) : Optional.empty();
    }
}
