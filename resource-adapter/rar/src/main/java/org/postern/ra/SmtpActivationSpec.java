package org.postern.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.ProtocolRole;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The properties of one listener, set in the activation of a message-driven bean that implements {@link MailReceiver}. What is not
 * set there is what the gateway's setting says, a system property such as {@code postern.smtp.command-timeout}, else a default;
 * times are in seconds, sizes in octets. All are text, since a server may silently use the default in place of a number it cannot
 * read.
 */
@Activation(messageListeners = MailReceiver.class)
public class SmtpActivationSpec extends ServiceProperties implements ActivationSpec {
    private static final long serialVersionUID = 1L;

    private transient ResourceAdapter adapter;

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
        String name = getGreetingName().isBlank() ? hostName() : getGreetingName();
        return new ListenerSettings(getListenerName(), ProtocolRole.of(getProtocolRole()),
                new ListenerSettings.Address(getBindAddress(), number(ListenerProperty.PORT),
                        number(ListenerProperty.BACKLOG)),
                name, tlsMode(), keyMaterial(name), trust(), offers(), sessions(), mail(), patience(),
                spool());
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
        return get(ListenerProperty.LISTENER_NAME);
    }

    public void setListenerName(String listenerName) {
        set(ListenerProperty.LISTENER_NAME, listenerName);
    }

    /** {@return IPv4 or IPv6 address to listen on; {@code 0.0.0.0} or {@code ::} for every one} */
    public String getBindAddress() {
        return get(ListenerProperty.BIND_ADDRESS);
    }

    public void setBindAddress(String bindAddress) {
        set(ListenerProperty.BIND_ADDRESS, bindAddress);
    }

    /** {@return port to listen on; 0 switches the listener off, -1 takes any free port} */
    public String getPort() {
        return get(ListenerProperty.PORT);
    }

    public void setPort(String port) {
        set(ListenerProperty.PORT, port);
    }

    /** {@return {@code mx}, {@code submission} or {@code lmtp}} */
    public String getProtocolRole() {
        return get(ListenerProperty.PROTOCOL_ROLE);
    }

    public void setProtocolRole(String protocolRole) {
        set(ListenerProperty.PROTOCOL_ROLE, protocolRole);
    }

    /** {@return domain in the greeting and in replies; empty for the name of the host} */
    public String getGreetingName() {
        return get(ListenerProperty.GREETING_NAME);
    }

    public void setGreetingName(String greetingName) {
        set(ListenerProperty.GREETING_NAME, greetingName);
    }

    /** {@return folder for large content while it arrives; empty for {@code spool} in the data folder} */
    public String getSpoolFolder() {
        return get(ListenerProperty.SPOOL_FOLDER);
    }

    public void setSpoolFolder(String spoolFolder) {
        set(ListenerProperty.SPOOL_FOLDER, spoolFolder);
    }
}
