package org.postern.admin.openid;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Believes an ID token that the provider has signed, by one of its published keys and no weak or symmetric algorithm, for this client and this attempt,
 * and whose time is not over (OpenID Connect Core, 3.1.3.7).
 */
final class IdTokens {
    private static final int LONGEST = 65_536;
    private static final int SKEW = 60;
    private static final int LONGEST_TIME = 24 * 60;
    private static final AlgorithmConstraints SIGNED = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384, AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    private final Provider provider;
    private final InstantSource clock;

    IdTokens(Provider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** {@return what the token says, which can be believed} */
    JwtClaims claims(String token, Attempt attempt) throws ProviderException {
        if (token.length() > LONGEST) {
            throw ProviderException.refused("its token is too long");
        }
        JwtClaims claims;
        try {
            claims = signed(token);
            check(claims, attempt);
        } catch (InvalidJwtException e) {
            throw ProviderException.refused("its token is not believed: " + e.getErrorDetails());
        } catch (MalformedClaimException e) {
            throw ProviderException.refused("its token is not believed: " + e.getMessage());
        }
        return claims;
    }

    /** Where the key is not known, the provider may have another one since. */
    private JwtClaims signed(String token) throws InvalidJwtException, ProviderException {
        try {
            return believed(token, provider.keys());
        } catch (InvalidJwtException e) {
            if (e.getCause() instanceof UnresolvableKeyException) {
                return believed(token, provider.keysAnew());
            }
            throw e;
        }
    }

    private void check(JwtClaims claims, Attempt attempt) throws MalformedClaimException, ProviderException {
        String nonce = Optional.ofNullable(claims.getStringClaimValue("nonce")).orElse("");
        if (!MessageDigest.isEqual(bytes(nonce), bytes(attempt.nonce()))) {
            throw ProviderException.refused("its token is of another attempt");
        }
        Optional<String> party = Optional.ofNullable(claims.getStringClaimValue("azp"));
        if ((claims.getAudience().size() > 1 || party.isPresent())
                && !party.equals(Optional.of(provider.client()))) {
            throw ProviderException.refused("its token is for another client");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JwtClaims believed(String token, String keys) throws InvalidJwtException, ProviderException {
        try {
            JwtConsumer consumer = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(SIGNED)
                    .setExpectedIssuer(provider.issuer())
                    .setExpectedAudience(provider.client())
                    .setRequireSubject()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(LONGEST_TIME)
                    .setAllowedClockSkewInSeconds(SKEW)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build();
            return consumer.processToClaims(token);
        } catch (JoseException e) {
            throw ProviderException.away("its keys cannot be read: " + e.getMessage());
        }
    }
}
