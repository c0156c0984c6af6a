package org.postern.ra;

/** What a listener can be told, with the system property that counts when it is not told, and the default when nobody says anything. */
enum ListenerProperty {
    LISTENER_NAME("listenerName", "", "mx"), //
    BIND_ADDRESS("bindAddress", "", "127.0.0.1"), //
    PORT("port", "", "2525"), //
    PROTOCOL_ROLE("protocolRole", "", "mx"), //
    GREETING_NAME("greetingName", "gateway.name", ""), //
    TLS("tls", "", "starttls"), //
    TLS_CERTIFICATE("tlsCertificate", "tls.certificate", ""), //
    TLS_KEY("tlsKey", "tls.key", ""), //
    TLS_KEYSTORE("tlsKeystore", "tls.keystore", ""), //
    TLS_KEYSTORE_PASSWORD("tlsKeystorePassword", "tls.keystore-password", ""), //
    TLS_FOLDER("tlsFolder", "tls.folder", ""), //
    TLS_CLIENT_AUTHORITIES("tlsClientAuthorities", "tls.client-authorities", ""), //
    TLS_HOME("tlsHome", "", ""), //
    PROXY_PROTOCOL("proxyProtocol", "", "false"), //
    PROXIES("proxies", "networks.proxies", ""), //
    XCLIENT_NETWORKS("xclientNetworks", "networks.xclient", ""), //
    ETRN("etrn", "smtp.etrn", "true"), //
    FUTURE_RELEASE("futureRelease", "smtp.future-release", "2592000"), //
    BACKLOG("backlog", "smtp.backlog", "256"), //
    MAX_SESSIONS("maxSessions", "smtp.session-limit", "2000"), //
    MAX_SESSIONS_PER_CLIENT("maxSessionsPerClient", "smtp.client-session-limit", "400"), //
    MAX_MESSAGE_SIZE("maxMessageSize", "smtp.message-size-limit", "52428800"), //
    MAX_RECIPIENTS("maxRecipients", "smtp.recipient-limit", "1000"), //
    MAX_HEADER_SIZE("maxHeaderSize", "smtp.header-size-limit", "262144"), //
    MAX_TEXT_LINE("maxTextLine", "smtp.text-line-limit", "10000"), //
    MAX_COMMAND_LINE("maxCommandLine", "smtp.command-line-limit", "2048"), //
    MAX_ERRORS("maxErrors", "smtp.error-limit", "50"), //
    MAX_REFUSALS("maxRefusals", "smtp.refusal-limit", "1000"), //
    MAX_IDLE_COMMANDS("maxIdleCommands", "smtp.idle-command-limit", "200"), //
    COMMAND_TIMEOUT("commandTimeout", "smtp.command-timeout", "300"), //
    DATA_TIMEOUT("dataTimeout", "smtp.data-timeout", "180"), //
    MINIMUM_RATE("minimumRate", "smtp.minimum-rate", "500"), //
    MESSAGE_TIMEOUT("messageTimeout", "smtp.message-timeout", "1800"), //
    TRANSACTION_TIMEOUT("transactionTimeout", "smtp.transaction-timeout", "7200"), //
    SESSION_TIMEOUT("sessionTimeout", "smtp.session-timeout", "14400"), //
    REPLY_TIMEOUT("replyTimeout", "smtp.reply-timeout", "60"), //
    DRAIN_TIMEOUT("drainTimeout", "smtp.drain-timeout", "5"), //
    SPOOL_FOLDER("spoolFolder", "", ""), //
    MEMORY_THRESHOLD("memoryThreshold", "smtp.memory-threshold", "262144"); //

    private final String text;
    private final String key;
    private final String byDefault;

    ListenerProperty(String text, String key, String byDefault) {
        this.text = text;
        this.key = key;
        this.byDefault = byDefault;
    }

    /** {@return the value where the listener is not told one} */
    String otherwise() {
        return key.isEmpty() ? byDefault : System.getProperty("postern." + key, byDefault);
    }

    /** {@return its name in an activation} */
    @Override
    public String toString() {
        return text;
    }
}
