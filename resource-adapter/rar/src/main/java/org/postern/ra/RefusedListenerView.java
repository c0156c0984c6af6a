package org.postern.ra;

import java.util.List;

/**
 * What is told of a listener whose settings are wrong.
 *
 * @param activation the settings
 * @param reason what is wrong with them
 */
record RefusedListenerView(SmtpActivationSpec activation, String reason) implements SmtpListenerMXBean {
    @Override
    public String getName() {
        return activation.getListenerName();
    }

    @Override
    public String getProtocolRole() {
        return activation.getProtocolRole();
    }

    @Override
    public String getState() {
        return ListenerState.REFUSED.name();
    }

    @Override
    public String getBindAddress() {
        return activation.getBindAddress();
    }

    @Override
    public int getPort() {
        return 0;
    }

    @Override
    public String getError() {
        return reason;
    }

    @Override
    public int getSessions() {
        return 0;
    }

    @Override
    public int getSessionsIdle() {
        return 0;
    }

    @Override
    public long getSessionsBegun() {
        return 0;
    }

    @Override
    public long getSessionsRefused() {
        return 0;
    }

    @Override
    public List<RefusalState> getRefusals() {
        return List.of();
    }

    @Override
    public long getMessagesAccepted() {
        return 0;
    }

    @Override
    public long getReceiverFailures() {
        return 0;
    }

    @Override
    public long getHandshakesFailed() {
        return 0;
    }

    @Override
    public List<CertificateState> getCertificates() {
        return List.of();
    }

    @Override
    public List<SessionState> getSessionList() {
        return List.of();
    }
}
