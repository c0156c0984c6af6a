package org.postern.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;

import org.postern.smtp.server.MailReceiver;
import org.postern.smtp.server.ProtocolRole;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The properties of one listener, set in the {@code @ActivationConfigProperty} list of a message-driven bean that implements
 * {@link MailReceiver}. Each has a default; times are in seconds, sizes in octets. All are text, since a server may silently use
 * the default in place of a number it cannot read.
 */
@Activation(messageListeners = MailReceiver.class)
public class SmtpActivationSpec implements ActivationSpec, Serializable {
    private static final long serialVersionUID = 1L;

    private transient ResourceAdapter adapter;
    private String listenerName = "mx";
    private String bindAddress = "127.0.0.1";
    private String port = "2525";
    private String backlog = "256";
    private String greetingName = "";
    private String protocolRole = "mx";
    private String maxSessions = "2000";
    private String maxSessionsPerClient = "400";
    private String maxMessageSize = "52428800";
    private String maxRecipients = "1000";
    private String maxErrors = "50";
    private String commandTimeout = "300";
    private String dataTimeout = "180";
    private String minimumRate = "500";
    private String messageTimeout = "1800";
    private String replyTimeout = "60";
    private String drainTimeout = "5";
    private String spoolFolder = "";
    private String memoryThreshold = "262144";

    /**
     * Refuses nothing. WildFly asks at each activation, and a server that is starting would exit with all its other applications.
     * What is wrong is said at activation, in the log and in the management view, and that listener alone stays closed.
     */
    @Override
    public void validate() {
        // see settings()
    }

    /**
     * {@return the properties, checked}
     *
     * @throws IllegalArgumentException naming the property that is wrong, and its limits
     */
    ListenerSettings settings() {
        return new ListenerSettings(listenerName, ProtocolRole.of(protocolRole),
                new ListenerSettings.Address(bindAddress, number("port", port), number("backlog", backlog)),
                greetingName.isBlank() ? hostName() : greetingName,
                new ListenerSettings.Sessions(number("maxSessions", maxSessions),
                        number("maxSessionsPerClient", maxSessionsPerClient)),
                new ListenerSettings.Mail(number("maxMessageSize", maxMessageSize),
                        number("maxRecipients", maxRecipients), number("maxErrors", maxErrors)),
                patience(),
                new ListenerSettings.Spool(
                        Path.of(spoolFolder.isBlank() ? System.getProperty("java.io.tmpdir") : spoolFolder),
                        number("memoryThreshold", memoryThreshold)));
    }

    private ListenerSettings.Patience patience() {
        return new ListenerSettings.Patience(seconds("commandTimeout", commandTimeout),
                seconds("dataTimeout", dataTimeout), number("minimumRate", minimumRate),
                seconds("messageTimeout", messageTimeout), seconds("replyTimeout", replyTimeout),
                seconds("drainTimeout", drainTimeout));
    }

    private static Duration seconds(String property, String text) {
        return Duration.ofSeconds(number(property, text));
    }

    private static int number(String property, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(property + " is '" + text + "', but must be a whole number", e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter owner) throws ResourceException {
        this.adapter = owner;
    }

    /** {@return the listener's name in logs, events and the management view} */
    public String getListenerName() {
        return listenerName;
    }

    public void setListenerName(String listenerName) {
        this.listenerName = listenerName;
    }

    /** {@return IPv4 or IPv6 address to listen on; {@code 0.0.0.0} or {@code ::} for every one} */
    public String getBindAddress() {
        return bindAddress;
    }

    public void setBindAddress(String bindAddress) {
        this.bindAddress = bindAddress;
    }

    /** {@return port to listen on; 0 switches the listener off, -1 takes any free port} */
    public String getPort() {
        return port;
    }

    public void setPort(String port) {
        this.port = port;
    }

    /** {@return connections the system keeps until they are taken} */
    public String getBacklog() {
        return backlog;
    }

    public void setBacklog(String backlog) {
        this.backlog = backlog;
    }

    /** {@return domain in the greeting and in replies; empty for the name of the host} */
    public String getGreetingName() {
        return greetingName;
    }

    public void setGreetingName(String greetingName) {
        this.greetingName = greetingName;
    }

    /** {@return {@code mx}, {@code submission} or {@code lmtp}} */
    public String getProtocolRole() {
        return protocolRole;
    }

    public void setProtocolRole(String protocolRole) {
        this.protocolRole = protocolRole;
    }

    /** {@return sessions at once} */
    public String getMaxSessions() {
        return maxSessions;
    }

    public void setMaxSessions(String maxSessions) {
        this.maxSessions = maxSessions;
    }

    /** {@return sessions at once of one IPv4 address or IPv6 /64 network} */
    public String getMaxSessionsPerClient() {
        return maxSessionsPerClient;
    }

    public void setMaxSessionsPerClient(String maxSessionsPerClient) {
        this.maxSessionsPerClient = maxSessionsPerClient;
    }

    /** {@return octets of one message} */
    public String getMaxMessageSize() {
        return maxMessageSize;
    }

    public void setMaxMessageSize(String maxMessageSize) {
        this.maxMessageSize = maxMessageSize;
    }

    /** {@return recipients of one message, 100 at least} */
    public String getMaxRecipients() {
        return maxRecipients;
    }

    public void setMaxRecipients(String maxRecipients) {
        this.maxRecipients = maxRecipients;
    }

    /** {@return commands that may fail before the session is ended} */
    public String getMaxErrors() {
        return maxErrors;
    }

    public void setMaxErrors(String maxErrors) {
        this.maxErrors = maxErrors;
    }

    /** {@return seconds to wait for the next command} */
    public String getCommandTimeout() {
        return commandTimeout;
    }

    public void setCommandTimeout(String commandTimeout) {
        this.commandTimeout = commandTimeout;
    }

    /** {@return seconds to wait for the next block of content} */
    public String getDataTimeout() {
        return dataTimeout;
    }

    public void setDataTimeout(String dataTimeout) {
        this.dataTimeout = dataTimeout;
    }

    /** {@return octets a second that content must bring in the mean} */
    public String getMinimumRate() {
        return minimumRate;
    }

    public void setMinimumRate(String minimumRate) {
        this.minimumRate = minimumRate;
    }

    /** {@return seconds within which a session must bring an accepted message} */
    public String getMessageTimeout() {
        return messageTimeout;
    }

    public void setMessageTimeout(String messageTimeout) {
        this.messageTimeout = messageTimeout;
    }

    /** {@return seconds for the client to take a reply} */
    public String getReplyTimeout() {
        return replyTimeout;
    }

    public void setReplyTimeout(String replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    /** {@return seconds for messages in flight to end on suspend and undeploy} */
    public String getDrainTimeout() {
        return drainTimeout;
    }

    public void setDrainTimeout(String drainTimeout) {
        this.drainTimeout = drainTimeout;
    }

    /** {@return folder for large content while it arrives; empty for the system's temporary folder} */
    public String getSpoolFolder() {
        return spoolFolder;
    }

    public void setSpoolFolder(String spoolFolder) {
        this.spoolFolder = spoolFolder;
    }

    /** {@return octets of one message that are kept in memory while it arrives} */
    public String getMemoryThreshold() {
        return memoryThreshold;
    }

    public void setMemoryThreshold(String memoryThreshold) {
        this.memoryThreshold = memoryThreshold;
    }
}
