package org.postern.ra;

/**
 * What the management view tells of one listener, under {@code org.postern:type=SmtpListener,name=<listenerName>} in the
 * platform's MBean server for as long as the listener is deployed. Values are plain, so that a reader needs no class of this
 * adapter. A listener that is switched off is not shown.
 */
public interface SmtpListenerMXBean {
    /** {@return the listener's name} */
    String getName();

    /** {@return what it is for: {@code mx}} */
    String getProtocolRole();

    /** {@return {@code BINDING}, {@code OPEN}, {@code SUSPENDED} or {@code CLOSED}} */
    String getState();

    /** {@return the address it is to listen on, as configured} */
    String getBindAddress();

    /** {@return the port in use; 0 while there is none} */
    int getPort();

    /** {@return why the port could not be had; empty when it could} */
    String getBindError();

    /** {@return sessions that are going on} */
    int getSessions();

    /** {@return sessions begun since the listener was deployed} */
    long getSessionsBegun();

    /** {@return sessions refused because there were too many} */
    long getSessionsRefused();

    /** {@return messages accepted since the listener was deployed} */
    long getMessagesAccepted();

    /** {@return calls of the mail receiver that failed} */
    long getReceiverFailures();
}
