package org.postern.ra;

/** How long a listener waits, in seconds. */
public abstract class PatienceProperties extends ToldProperties {
    private static final long serialVersionUID = 1L;

    PatienceProperties() {}

    final ListenerSettings.Patience patience() {
        return new ListenerSettings.Patience(seconds(ListenerProperty.COMMAND_TIMEOUT),
                seconds(ListenerProperty.DATA_TIMEOUT), number(ListenerProperty.MINIMUM_RATE),
                seconds(ListenerProperty.MESSAGE_TIMEOUT), seconds(ListenerProperty.TRANSACTION_TIMEOUT),
                seconds(ListenerProperty.SESSION_TIMEOUT), seconds(ListenerProperty.REPLY_TIMEOUT),
                seconds(ListenerProperty.DRAIN_TIMEOUT));
    }

    /** {@return seconds to wait for the next command} */
    public String getCommandTimeout() {
        return get(ListenerProperty.COMMAND_TIMEOUT);
    }

    public void setCommandTimeout(String commandTimeout) {
        set(ListenerProperty.COMMAND_TIMEOUT, commandTimeout);
    }

    /** {@return seconds to wait for the next block of content} */
    public String getDataTimeout() {
        return get(ListenerProperty.DATA_TIMEOUT);
    }

    public void setDataTimeout(String dataTimeout) {
        set(ListenerProperty.DATA_TIMEOUT, dataTimeout);
    }

    /** {@return octets a second that content must bring in the mean} */
    public String getMinimumRate() {
        return get(ListenerProperty.MINIMUM_RATE);
    }

    public void setMinimumRate(String minimumRate) {
        set(ListenerProperty.MINIMUM_RATE, minimumRate);
    }

    /** {@return seconds within which a session must bring an accepted message} */
    public String getMessageTimeout() {
        return get(ListenerProperty.MESSAGE_TIMEOUT);
    }

    public void setMessageTimeout(String messageTimeout) {
        set(ListenerProperty.MESSAGE_TIMEOUT, messageTimeout);
    }

    /** {@return seconds that the content of one message may take} */
    public String getTransactionTimeout() {
        return get(ListenerProperty.TRANSACTION_TIMEOUT);
    }

    public void setTransactionTimeout(String transactionTimeout) {
        set(ListenerProperty.TRANSACTION_TIMEOUT, transactionTimeout);
    }

    /** {@return seconds after which a session is ended between two messages} */
    public String getSessionTimeout() {
        return get(ListenerProperty.SESSION_TIMEOUT);
    }

    public void setSessionTimeout(String sessionTimeout) {
        set(ListenerProperty.SESSION_TIMEOUT, sessionTimeout);
    }

    /** {@return seconds for the client to take a reply, or to make a TLS handshake} */
    public String getReplyTimeout() {
        return get(ListenerProperty.REPLY_TIMEOUT);
    }

    public void setReplyTimeout(String replyTimeout) {
        set(ListenerProperty.REPLY_TIMEOUT, replyTimeout);
    }

    /** {@return seconds for messages in flight to end on suspend and undeploy} */
    public String getDrainTimeout() {
        return get(ListenerProperty.DRAIN_TIMEOUT);
    }

    public void setDrainTimeout(String drainTimeout) {
        set(ListenerProperty.DRAIN_TIMEOUT, drainTimeout);
    }
}
