package org.postern.ra;

import java.util.List;
import java.util.Locale;

/**
 * What is told of a listener that was started.
 *
 * @param listener the listener
 */
record StartedListenerView(SmtpListener listener) implements SmtpListenerMXBean {
    @Override
    public String getName() {
        return listener.settings().name();
    }

    @Override
    public String getProtocolRole() {
        return listener.settings().role().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getState() {
        return listener.state().name();
    }

    @Override
    public String getBindAddress() {
        return listener.settings().address().bind();
    }

    @Override
    public int getPort() {
        return listener.port().orElse(0);
    }

    @Override
    public String getError() {
        return listener.bindError();
    }

    @Override
    public int getSessions() {
        return listener.going();
    }

    @Override
    public int getSessionsIdle() {
        return listener.idle();
    }

    @Override
    public long getSessionsBegun() {
        return listener.counts().sessions();
    }

    @Override
    public long getSessionsRefused() {
        return listener.counts().refusals();
    }

    @Override
    public List<RefusalState> getRefusals() {
        return listener.counts().refused();
    }

    @Override
    public long getMessagesAccepted() {
        return listener.counts().messages();
    }

    @Override
    public long getReceiverFailures() {
        return listener.counts().failures();
    }

    @Override
    public long getHandshakesFailed() {
        return listener.counts().handshakesFailed();
    }

    @Override
    public List<CertificateState> getCertificates() {
        return listener.certificates()
                .stream()
                .map(one -> new CertificateState(one.subject(), String.join(", ", one.names()),
                        one.ends().getEpochSecond()))
                .toList();
    }

    @Override
    public List<SessionState> getSessionList() {
        return listener.sessionList();
    }
}
