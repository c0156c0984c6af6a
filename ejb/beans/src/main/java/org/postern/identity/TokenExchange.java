package org.postern.identity;

import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.ServerAuthenticationContext;
import org.wildfly.security.evidence.BearerTokenEvidence;

import java.nio.charset.StandardCharsets;

/**
 * OAUTHBEARER (RFC 7628) and XOAUTH2, its predecessor without an RFC: a token that a realm of the security domain believes, and that is
 * the token of whom the client wants to be. What is refused is explained in JSON, and ends with the client's answer to that.
 */
final class TokenExchange implements SaslExchange {
    static final String OAUTHBEARER = "OAUTHBEARER";
    static final String XOAUTH2 = "XOAUTH2";
    private static final SaslStep NOT_PROVED = new SaslStep.Refused(AuthenticationReplies.NOT_PROVED);

    private final SecurityDomain domain;
    private final String mechanism;
    private boolean explained;

    TokenExchange(SecurityDomain domain, String mechanism) {
        this.domain = domain;
        this.mechanism = mechanism;
    }

    @Override
    public SaslStep begin() {
        return new SaslStep.Challenge(new byte[0]);
    }

    @Override
    public SaslStep respond(byte[] response) {
        return explained
                ? NOT_PROVED
                : BearerRequest.in(mechanism, response).map(this::judged).orElse(NOT_PROVED);
    }

    private SaslStep judged(BearerRequest request) {
        if (request.token().isEmpty()) {
            return explanation();
        }
        try (ServerAuthenticationContext context = domain.createNewAuthenticationContext()) {
            if (!context.verifyEvidence(new BearerTokenEvidence(request.token()))
                    || !CertificateExchange.isFor(context, request.user())
                    || !context.authorize()) {
                return explanation();
            }
            context.succeed();
            return new SaslStep.Authenticated(
                    SaslServerExchange.identity(context.getAuthorizedIdentity(), mechanism));
        } catch (RealmUnavailableException | RuntimeException e) {
            IdentityLog.LOG.realmUnavailable(e);
            return new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW);
        }
    }

    /** RFC 7628, 3.2.2; for XOAUTH2 as those write it who invented it. */
    private SaslStep explanation() {
        explained = true;
        String json = mechanism.equals(XOAUTH2)
                ? "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"\"}"
                : "{\"status\":\"invalid_token\"}";
        return new SaslStep.Challenge(json.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void abandon() {
        // Nothing is held between the steps.
    }
}
