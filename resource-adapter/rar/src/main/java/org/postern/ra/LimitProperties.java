package org.postern.ra;

/** How much a listener takes. */
public abstract class LimitProperties extends PatienceProperties {
    private static final long serialVersionUID = 1L;

    LimitProperties() {}

    final ListenerSettings.Sessions sessions() {
        return new ListenerSettings.Sessions(number(ListenerProperty.MAX_SESSIONS),
                number(ListenerProperty.MAX_SESSIONS_PER_CLIENT));
    }

    final ListenerSettings.Mail mail() {
        return new ListenerSettings.Mail(number(ListenerProperty.MAX_MESSAGE_SIZE),
                number(ListenerProperty.MAX_RECIPIENTS), number(ListenerProperty.MAX_HEADER_SIZE),
                number(ListenerProperty.MAX_TEXT_LINE), number(ListenerProperty.MAX_COMMAND_LINE),
                number(ListenerProperty.MAX_ERRORS), number(ListenerProperty.MAX_REFUSALS),
                number(ListenerProperty.MAX_IDLE_COMMANDS));
    }

    final ListenerSettings.Spool spool() {
        return new ListenerSettings.Spool(folder(ListenerProperty.SPOOL_FOLDER, "spool"),
                number(ListenerProperty.MEMORY_THRESHOLD), number(ListenerProperty.MAX_MESSAGE_SIZE),
                number(ListenerProperty.SPOOL_LIMIT), number(ListenerProperty.MAX_DISK_USAGE));
    }

    /** {@return connections the system keeps until they are taken} */
    public String getBacklog() {
        return get(ListenerProperty.BACKLOG);
    }

    public void setBacklog(String backlog) {
        set(ListenerProperty.BACKLOG, backlog);
    }

    /** {@return sessions at once} */
    public String getMaxSessions() {
        return get(ListenerProperty.MAX_SESSIONS);
    }

    public void setMaxSessions(String maxSessions) {
        set(ListenerProperty.MAX_SESSIONS, maxSessions);
    }

    /** {@return sessions at once of one IPv4 address or IPv6 /64 network} */
    public String getMaxSessionsPerClient() {
        return get(ListenerProperty.MAX_SESSIONS_PER_CLIENT);
    }

    public void setMaxSessionsPerClient(String maxSessionsPerClient) {
        set(ListenerProperty.MAX_SESSIONS_PER_CLIENT, maxSessionsPerClient);
    }

    /** {@return octets of one message} */
    public String getMaxMessageSize() {
        return get(ListenerProperty.MAX_MESSAGE_SIZE);
    }

    public void setMaxMessageSize(String maxMessageSize) {
        set(ListenerProperty.MAX_MESSAGE_SIZE, maxMessageSize);
    }

    /** {@return recipients of one message, 100 at least} */
    public String getMaxRecipients() {
        return get(ListenerProperty.MAX_RECIPIENTS);
    }

    public void setMaxRecipients(String maxRecipients) {
        set(ListenerProperty.MAX_RECIPIENTS, maxRecipients);
    }

    /** {@return octets of the header section of one message} */
    public String getMaxHeaderSize() {
        return get(ListenerProperty.MAX_HEADER_SIZE);
    }

    public void setMaxHeaderSize(String maxHeaderSize) {
        set(ListenerProperty.MAX_HEADER_SIZE, maxHeaderSize);
    }

    /** {@return octets of a line of content} */
    public String getMaxTextLine() {
        return get(ListenerProperty.MAX_TEXT_LINE);
    }

    public void setMaxTextLine(String maxTextLine) {
        set(ListenerProperty.MAX_TEXT_LINE, maxTextLine);
    }

    /** {@return octets of a command line} */
    public String getMaxCommandLine() {
        return get(ListenerProperty.MAX_COMMAND_LINE);
    }

    public void setMaxCommandLine(String maxCommandLine) {
        set(ListenerProperty.MAX_COMMAND_LINE, maxCommandLine);
    }

    /** {@return commands that may fail before the session is ended} */
    public String getMaxErrors() {
        return get(ListenerProperty.MAX_ERRORS);
    }

    public void setMaxErrors(String maxErrors) {
        set(ListenerProperty.MAX_ERRORS, maxErrors);
    }

    /** {@return commands that may be refused before the session is ended} */
    public String getMaxRefusals() {
        return get(ListenerProperty.MAX_REFUSALS);
    }

    public void setMaxRefusals(String maxRefusals) {
        set(ListenerProperty.MAX_REFUSALS, maxRefusals);
    }

    /** {@return commands without mail between two messages before the session is ended} */
    public String getMaxIdleCommands() {
        return get(ListenerProperty.MAX_IDLE_COMMANDS);
    }

    public void setMaxIdleCommands(String maxIdleCommands) {
        set(ListenerProperty.MAX_IDLE_COMMANDS, maxIdleCommands);
    }

    /** {@return megabytes that content may fill on the disk while it arrives; 0 for a tenth of the disk} */
    public String getSpoolLimit() {
        return get(ListenerProperty.SPOOL_LIMIT);
    }

    public void setSpoolLimit(String spoolLimit) {
        set(ListenerProperty.SPOOL_LIMIT, spoolLimit);
    }

    /** {@return per cent of the disk in use beyond which no more content is taken} */
    public String getMaxDiskUsage() {
        return get(ListenerProperty.MAX_DISK_USAGE);
    }

    public void setMaxDiskUsage(String maxDiskUsage) {
        set(ListenerProperty.MAX_DISK_USAGE, maxDiskUsage);
    }

    /** {@return octets of one message that are kept in memory while it arrives} */
    public String getMemoryThreshold() {
        return get(ListenerProperty.MEMORY_THRESHOLD);
    }

    public void setMemoryThreshold(String memoryThreshold) {
        set(ListenerProperty.MEMORY_THRESHOLD, memoryThreshold);
    }
}
