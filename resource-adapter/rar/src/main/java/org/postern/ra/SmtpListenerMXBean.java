package org.postern.ra;

import java.util.List;

/**
 * What the management view tells of one listener, under {@code org.postern:type=SmtpListener,name=<listenerName>} in the
 * platform's MBean server for as long as the listener is deployed. Values are plain, so that a reader needs no class of this
 * adapter. A listener that is switched off is not shown. The gateway takes mail when all that are shown are {@code OPEN}.
 */
public interface SmtpListenerMXBean {
    /** {@return the listener's name} */
    String getName();

    /** {@return what it is for: {@code mx}} */
    String getProtocolRole();

    /** {@return {@code BINDING}, {@code OPEN}, {@code SUSPENDED}, {@code CLOSED} or {@code REFUSED}; see {@code ListenerState}} */
    String getState();

    /** {@return the address it is to listen on, as configured} */
    String getBindAddress();

    /** {@return the port in use; 0 while there is none} */
    int getPort();

    /** {@return why it is {@code BINDING} or {@code REFUSED}, in words for a person; else empty} */
    String getError();

    /** {@return sessions that are going on} */
    int getSessions();

    /** {@return sessions that wait for a command or for content, as opposed to being served} */
    int getSessionsIdle();

    /** {@return sessions begun since the listener was deployed} */
    long getSessionsBegun();

    /** {@return sessions refused because there were too many} */
    long getSessionsRefused();

    /** {@return how often clients were refused, in so many ways as there are codes and rules, two hundred and a few at most} */
    List<RefusalState> getRefusals();

    /** {@return messages accepted since the listener was deployed} */
    long getMessagesAccepted();

    /** {@return calls of the mail receiver that failed} */
    long getReceiverFailures();

    /** {@return TLS handshakes that failed} */
    long getHandshakesFailed();

    /** {@return the certificates that it shows, the first one to clients that ask for no name; none where there is no TLS} */
    List<CertificateState> getCertificates();

    /** {@return the sessions that are going on, the oldest first, a thousand at most} */
    List<SessionState> getSessionList();
}
