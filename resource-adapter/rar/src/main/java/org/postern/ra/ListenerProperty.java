package org.postern.ra;

import org.postern.receiver.ListenerSetting;
import org.postern.receiver.ListenerSetting.Range;

import java.util.Optional;

/** What a listener can be told, with the system property that counts when it is not told, and the default when nobody says anything. */
enum ListenerProperty {
    LISTENER_NAME("listenerName", "mx"), //
    BIND_ADDRESS("bindAddress", "127.0.0.1"), //
    PORT("port", "2525"), //
    PROTOCOL_ROLE("protocolRole", "mx"), //
    GREETING_NAME("greetingName", ListenerSetting.GATEWAY_NAME), //
    TLS("tls", "starttls"), //
    TLS_CERTIFICATE("tlsCertificate", ListenerSetting.CERTIFICATE), //
    TLS_KEY("tlsKey", ListenerSetting.KEY), //
    TLS_KEYSTORE("tlsKeystore", ListenerSetting.KEYSTORE), //
    TLS_KEYSTORE_PASSWORD("tlsKeystorePassword", ListenerSetting.KEYSTORE_PASSWORD), //
    TLS_FOLDER("tlsFolder", ListenerSetting.CERTIFICATE_FOLDER), //
    TLS_CLIENT_AUTHORITIES("tlsClientAuthorities", ListenerSetting.CLIENT_AUTHORITIES), //
    TLS_HOME("tlsHome", ""), //
    PROXY_PROTOCOL("proxyProtocol", "false"), //
    PROXIES("proxies", ListenerSetting.PROXIES), //
    XCLIENT_NETWORKS("xclientNetworks", ListenerSetting.XCLIENT), //
    ETRN("etrn", ListenerSetting.ETRN), //
    FUTURE_RELEASE("futureRelease", ListenerSetting.FUTURE_RELEASE), //
    BACKLOG("backlog", ListenerSetting.BACKLOG), //
    MAX_SESSIONS("maxSessions", ListenerSetting.SESSION_LIMIT), //
    MAX_SESSIONS_PER_CLIENT("maxSessionsPerClient", ListenerSetting.CLIENT_SESSION_LIMIT), //
    MAX_MESSAGE_SIZE("maxMessageSize", ListenerSetting.MESSAGE_SIZE_LIMIT), //
    MAX_RECIPIENTS("maxRecipients", ListenerSetting.RECIPIENT_LIMIT), //
    MAX_HEADER_SIZE("maxHeaderSize", ListenerSetting.HEADER_SIZE_LIMIT), //
    MAX_TEXT_LINE("maxTextLine", ListenerSetting.TEXT_LINE_LIMIT), //
    MAX_COMMAND_LINE("maxCommandLine", ListenerSetting.COMMAND_LINE_LIMIT), //
    MAX_ERRORS("maxErrors", ListenerSetting.ERROR_LIMIT), //
    MAX_REFUSALS("maxRefusals", ListenerSetting.REFUSAL_LIMIT), //
    MAX_IDLE_COMMANDS("maxIdleCommands", ListenerSetting.IDLE_COMMAND_LIMIT), //
    COMMAND_TIMEOUT("commandTimeout", ListenerSetting.COMMAND_TIMEOUT), //
    DATA_TIMEOUT("dataTimeout", ListenerSetting.DATA_TIMEOUT), //
    MINIMUM_RATE("minimumRate", ListenerSetting.MINIMUM_RATE), //
    MESSAGE_TIMEOUT("messageTimeout", ListenerSetting.MESSAGE_TIMEOUT), //
    TRANSACTION_TIMEOUT("transactionTimeout", ListenerSetting.TRANSACTION_TIMEOUT), //
    SESSION_TIMEOUT("sessionTimeout", ListenerSetting.SESSION_TIMEOUT), //
    REPLY_TIMEOUT("replyTimeout", ListenerSetting.REPLY_TIMEOUT), //
    DRAIN_TIMEOUT("drainTimeout", ListenerSetting.DRAIN_TIMEOUT), //
    SPOOL_FOLDER("spoolFolder", ""), //
    SPOOL_LIMIT("spoolLimit", ListenerSetting.SPOOL_LIMIT), //
    MAX_DISK_USAGE("maxDiskUsage", ListenerSetting.JOURNAL_DISK), //
    MEMORY_THRESHOLD("memoryThreshold", ListenerSetting.MEMORY_THRESHOLD); //

    private final String text;
    private final Optional<ListenerSetting> setting;
    private final String byDefault;

    ListenerProperty(String text, String byDefault) {
        this(text, Optional.empty(), byDefault);
    }

    ListenerProperty(String text, ListenerSetting setting) {
        this(text, Optional.of(setting), setting.byDefault());
    }

    ListenerProperty(String text, Optional<ListenerSetting> setting, String byDefault) {
        this.text = text;
        this.setting = setting;
        this.byDefault = byDefault;
    }

    /** {@return the value where the listener is not told one} */
    String otherwise() {
        return setting.map(set -> System.getProperty("postern." + set.key(), byDefault)).orElse(byDefault);
    }

    /** {@return what it may be, where its setting is a number} */
    Optional<Range> range() {
        return setting.flatMap(ListenerSetting::range);
    }

    /** {@return its name in an activation} */
    @Override
    public String toString() {
        return text;
    }
}
