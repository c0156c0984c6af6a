package org.postern.identity;

import org.postern.receiver.Identity;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;
import org.wildfly.security.auth.server.SecurityIdentity;

import java.util.List;
import java.util.Locale;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** An authentication by one of the server's mechanisms. What fails for another reason than the client's answer is temporary. */
final class SaslServerExchange implements SaslExchange {
    /** The attribute of a user that names the senders it may write as. */
    static final String MAY_SEND_AS = "may-send-as";
    private static final String SECURITY_IDENTITY = "wildfly.sasl.security-identity";
    private static final SaslStep NOT_PROVED = new SaslStep.Refused(AuthenticationReplies.NOT_PROVED);
    private static final int MOST_SENDERS = 1000;
    private static final int MOST_STEPS = 8;
    private static final byte[] NOTHING = {};

    private final SaslServer server;
    private final String mechanism;
    private int steps;

    /** @param mechanism as the client named it */
    SaslServerExchange(SaslServer server, String mechanism) {
        this.server = server;
        this.mechanism = mechanism;
    }

    @Override
    public SaslStep begin() {
        if (server instanceof LoginServer) {
            return respond(NOTHING);
        }
        steps++;
        return new SaslStep.Challenge(NOTHING);
    }

    @Override
    public SaslStep respond(byte[] response) {
        try {
            // SMTP has no place for what a mechanism says with its success, so that is one more challenge (RFC 4954, 4).
            byte[] challenge = server.isComplete() ? NOTHING : server.evaluateResponse(response);
            boolean nothingToSay = challenge == null || challenge.length == 0;
            if (nothingToSay && server.isComplete()) {
                return authenticated();
            }
            steps++;
            return steps > MOST_STEPS ? NOT_PROVED : new SaslStep.Challenge(nothingToSay ? NOTHING : challenge);
        } catch (SaslException e) {
            return FailureCause.isTemporary(e) ? unknown(e) : NOT_PROVED;
        } catch (RuntimeException unreadable) {
            // What a realm throws comes as the cause of a SaslException, so this was thrown while the response was read.
            IdentityLog.LOG.unreadable(mechanism, unreadable);
            return NOT_PROVED;
        }
    }

    private SaslStep authenticated() throws SaslException {
        return server.getNegotiatedProperty(SECURITY_IDENTITY) instanceof SecurityIdentity identity
                ? new SaslStep.Authenticated(identity(identity, mechanism))
                : NOT_PROVED;
    }

    /** {@return who that is; realms do not mind case, so neither do the counts of what a user sends} */
    static Identity identity(SecurityIdentity identity, String mechanism) {
        List<String> senders = identity.getAttributes()
                .get(MAY_SEND_AS)
                .stream()
                .limit(MOST_SENDERS)
                .toList();
        return new Identity(identity.getPrincipal().getName().strip().toLowerCase(Locale.ROOT), mechanism, senders);
    }

    private static SaslStep unknown(Exception cause) {
        IdentityLog.LOG.realmUnavailable(cause);
        return new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW);
    }

    @Override
    public void abandon() {
        try {
            server.dispose();
        } catch (SaslException e) {
            IdentityLog.LOG.notDisposed(e);
        }
    }
}
