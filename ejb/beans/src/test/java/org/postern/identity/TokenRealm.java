package org.postern.identity;

import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityRealm;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.BearerTokenEvidence;
import org.wildfly.security.evidence.Evidence;

import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;

/**
 * A realm that knows users by tokens.
 *
 * @param issuer who says whose token that is
 */
record TokenRealm(Issuer issuer) implements SecurityRealm {
    /** Knows whose token one is; empty if it is nobody's. */
    @FunctionalInterface
    interface Issuer {
        Optional<String> owner(String token) throws RealmUnavailableException;
    }

    @Override
    public RealmIdentity getRealmIdentity(Principal principal) throws RealmUnavailableException {
        issuer.owner("");
        return RealmIdentity.NON_EXISTENT;
    }

    @Override
    public RealmIdentity getRealmIdentity(Evidence evidence) {
        return evidence instanceof BearerTokenEvidence bearer ? new Bearer(bearer) : RealmIdentity.NON_EXISTENT;
    }

    @Override
    public SupportLevel getCredentialAcquireSupport(Class<? extends Credential> type, String algorithm,
            AlgorithmParameterSpec parameters) {
        return SupportLevel.UNSUPPORTED;
    }

    @Override
    public SupportLevel getEvidenceVerifySupport(Class<? extends Evidence> type, String algorithm) {
        return SupportLevel.POSSIBLY_SUPPORTED;
    }

    private final class Bearer implements RealmIdentity {
        private final BearerTokenEvidence evidence;

        Bearer(BearerTokenEvidence evidence) {
            this.evidence = evidence;
        }

        private Optional<String> owner() throws RealmUnavailableException {
            return issuer.owner(evidence.getToken());
        }

        @Override
        public Principal getRealmIdentityPrincipal() {
            try {
                return owner().map(NamePrincipal::new).orElse(null);
            } catch (RealmUnavailableException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public SupportLevel getCredentialAcquireSupport(Class<? extends Credential> type, String algorithm,
                AlgorithmParameterSpec parameters) {
            return SupportLevel.UNSUPPORTED;
        }

        @Override
        public <C extends Credential> C getCredential(Class<C> type) {
            return null;
        }

        @Override
        public SupportLevel getEvidenceVerifySupport(Class<? extends Evidence> type, String algorithm) {
            return SupportLevel.SUPPORTED;
        }

        @Override
        public boolean verifyEvidence(Evidence shown) throws RealmUnavailableException {
            return owner().isPresent();
        }

        @Override
        public boolean exists() throws RealmUnavailableException {
            return owner().isPresent();
        }
    }
}
