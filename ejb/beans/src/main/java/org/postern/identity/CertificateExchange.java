package org.postern.identity;

import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.ServerAuthenticationContext;
import org.wildfly.security.evidence.X509PeerCertificateChainEvidence;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;

/**
 * EXTERNAL (RFC 4422, A): the client has proved who it is by the certificate of its TLS session, which the listener verified. Which
 * name in it counts is said by the security domain; the user must exist there. A realm that knows certificates is asked about it.
 */
final class CertificateExchange implements SaslExchange {
    static final String MECHANISM = "EXTERNAL";
    private static final SaslStep NOT_PROVED = new SaslStep.Refused(AuthenticationReplies.NOT_PROVED);

    private final SecurityDomain domain;
    private final X509PeerCertificateChainEvidence evidence;

    CertificateExchange(SecurityDomain domain, X509Certificate certificate) {
        this.domain = domain;
        this.evidence = new X509PeerCertificateChainEvidence(certificate);
    }

    @Override
    public SaslStep begin() {
        return new SaslStep.Challenge(new byte[0]);
    }

    @Override
    public SaslStep respond(byte[] response) {
        try (ServerAuthenticationContext context = domain.createNewAuthenticationContext()) {
            context.setDecodedEvidencePrincipal(evidence);
            if (evidence.getDecodedPrincipal() == null || evidence.getDecodedPrincipal().getName().isEmpty()) {
                return NOT_PROVED;
            }
            context.setAuthenticationPrincipal(evidence.getDecodedPrincipal());
            boolean proved = context.getEvidenceVerifySupport(X509PeerCertificateChainEvidence.class).mayBeSupported()
                    ? context.verifyEvidence(evidence)
                    : context.exists();
            if (!proved || !isFor(context, new String(response, StandardCharsets.UTF_8)) || !context.authorize()) {
                context.fail();
                return NOT_PROVED;
            }
            context.succeed();
            return new SaslStep.Authenticated(
                    SaslServerExchange.identity(context.getAuthorizedIdentity(), MECHANISM));
        } catch (IllegalArgumentException _) {
            return NOT_PROVED; // no realm can take such a name
        } catch (RealmUnavailableException | RuntimeException e) {
            IdentityLog.LOG.realmUnavailable(e);
            return new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW);
        }
    }

    /** {@return whether the user is the one that the client wants to be} Nobody acts for somebody else; case does not matter. */
    static boolean isFor(ServerAuthenticationContext context, String wish) {
        return wish.isEmpty() || context.getAuthenticationPrincipal().getName().equalsIgnoreCase(wish);
    }

    @Override
    public void abandon() {
        // Nothing is held between the steps.
    }
}
