package org.postern.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;

import org.postern.smtp.server.MailReceiver;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The properties of one listener, set in the {@code @ActivationConfigProperty} list of a message-driven bean that implements
 * {@link MailReceiver}. Each has a default; times are in seconds, sizes in octets. What is wrong is said by
 * {@link #validate()}, with the property's name and its limits.
 */
@Activation(messageListeners = MailReceiver.class)
public class SmtpActivationSpec implements ActivationSpec, Serializable {
    private static final long serialVersionUID = 1L;

    private transient ResourceAdapter adapter;
    private String listenerName = "mx";
    private String bindAddress = "127.0.0.1";
    private int port = 2525;
    private int backlog = 256;
    private String greetingName = "";
    private String protocolRole = "mx";
    private int maxSessions = 2_000;
    private int maxSessionsPerClient = 400;
    private long maxMessageSize = 52_428_800;
    private int maxRecipients = 1_000;
    private int maxErrors = 50;
    private int commandTimeout = 300;
    private int dataTimeout = 180;
    private int minimumRate = 500;
    private int messageTimeout = 1_800;
    private int replyTimeout = 60;
    private int drainTimeout = 5;
    private String spoolFolder = "";
    private int memoryThreshold = 262_144;

    @Override
    public void validate() throws InvalidPropertyException {
        try {
            settings();
        } catch (IllegalArgumentException wrong) {
            throw new InvalidPropertyException("listener '" + listenerName + "': " + wrong.getMessage(), wrong);
        }
    }

    /**
     * {@return the properties, checked}
     *
     * @throws IllegalArgumentException naming the property that is wrong, and its limits
     */
    ListenerSettings settings() {
        return new ListenerSettings(listenerName, ProtocolRole.of(protocolRole),
                new ListenerSettings.Address(bindAddress, port, backlog),
                greetingName.isBlank() ? hostName() : greetingName,
                new ListenerSettings.Sessions(maxSessions, maxSessionsPerClient),
                new ListenerSettings.Mail(maxMessageSize, maxRecipients, maxErrors),
                new ListenerSettings.Patience(seconds(commandTimeout), seconds(dataTimeout), minimumRate,
                        seconds(messageTimeout), seconds(replyTimeout), seconds(drainTimeout)),
                new ListenerSettings.Spool(
                        Path.of(spoolFolder.isBlank() ? System.getProperty("java.io.tmpdir") : spoolFolder),
                        memoryThreshold));
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
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
    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    /** {@return connections the system keeps until they are taken} */
    public int getBacklog() {
        return backlog;
    }

    public void setBacklog(int backlog) {
        this.backlog = backlog;
    }

    /** {@return domain in the greeting and in replies; empty for the name of the host} */
    public String getGreetingName() {
        return greetingName;
    }

    public void setGreetingName(String greetingName) {
        this.greetingName = greetingName;
    }

    /** {@return {@code mx}; {@code submission} and {@code lmtp} are not available yet} */
    public String getProtocolRole() {
        return protocolRole;
    }

    public void setProtocolRole(String protocolRole) {
        this.protocolRole = protocolRole;
    }

    /** {@return sessions at once} */
    public int getMaxSessions() {
        return maxSessions;
    }

    public void setMaxSessions(int maxSessions) {
        this.maxSessions = maxSessions;
    }

    /** {@return sessions at once of one IPv4 address or IPv6 /64 network} */
    public int getMaxSessionsPerClient() {
        return maxSessionsPerClient;
    }

    public void setMaxSessionsPerClient(int maxSessionsPerClient) {
        this.maxSessionsPerClient = maxSessionsPerClient;
    }

    /** {@return octets of one message} */
    public long getMaxMessageSize() {
        return maxMessageSize;
    }

    public void setMaxMessageSize(long maxMessageSize) {
        this.maxMessageSize = maxMessageSize;
    }

    /** {@return recipients of one message, 100 at least} */
    public int getMaxRecipients() {
        return maxRecipients;
    }

    public void setMaxRecipients(int maxRecipients) {
        this.maxRecipients = maxRecipients;
    }

    /** {@return commands that may fail before the session is ended} */
    public int getMaxErrors() {
        return maxErrors;
    }

    public void setMaxErrors(int maxErrors) {
        this.maxErrors = maxErrors;
    }

    /** {@return seconds to wait for the next command} */
    public int getCommandTimeout() {
        return commandTimeout;
    }

    public void setCommandTimeout(int commandTimeout) {
        this.commandTimeout = commandTimeout;
    }

    /** {@return seconds to wait for the next block of content} */
    public int getDataTimeout() {
        return dataTimeout;
    }

    public void setDataTimeout(int dataTimeout) {
        this.dataTimeout = dataTimeout;
    }

    /** {@return octets a second that content must bring in the mean} */
    public int getMinimumRate() {
        return minimumRate;
    }

    public void setMinimumRate(int minimumRate) {
        this.minimumRate = minimumRate;
    }

    /** {@return seconds within which a session must bring an accepted message} */
    public int getMessageTimeout() {
        return messageTimeout;
    }

    public void setMessageTimeout(int messageTimeout) {
        this.messageTimeout = messageTimeout;
    }

    /** {@return seconds for the client to take a reply} */
    public int getReplyTimeout() {
        return replyTimeout;
    }

    public void setReplyTimeout(int replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    /** {@return seconds for messages in flight to end on suspend and undeploy} */
    public int getDrainTimeout() {
        return drainTimeout;
    }

    public void setDrainTimeout(int drainTimeout) {
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
    public int getMemoryThreshold() {
        return memoryThreshold;
    }

    public void setMemoryThreshold(int memoryThreshold) {
        this.memoryThreshold = memoryThreshold;
    }
}
