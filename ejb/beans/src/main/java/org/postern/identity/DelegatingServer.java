package org.postern.identity;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** A mechanism that another one judges. No security layer: the session is inside TLS already. */
abstract class DelegatingServer implements SaslServer {
    private final SaslServer judge;

    DelegatingServer(SaslServer judge) {
        this.judge = judge;
    }

    @Override
    public byte[] evaluateResponse(byte[] response) throws SaslException {
        return judge.evaluateResponse(response);
    }

    @Override
    public String getMechanismName() {
        return judge.getMechanismName();
    }

    @Override
    public boolean isComplete() {
        return judge.isComplete();
    }

    @Override
    public String getAuthorizationID() {
        return judge.getAuthorizationID();
    }

    @Override
    public byte[] unwrap(byte[] incoming, int offset, int length) throws SaslException {
        return judge.unwrap(incoming, offset, length);
    }

    @Override
    public byte[] wrap(byte[] outgoing, int offset, int length) throws SaslException {
        return judge.wrap(outgoing, offset, length);
    }

    @Override
    public Object getNegotiatedProperty(String name) {
        return judge.getNegotiatedProperty(name);
    }

    @Override
    public void dispose() throws SaslException {
        judge.dispose();
    }
}
