package org.postern.identity;

import org.wildfly.security.auth.permission.LoginPermission;
import org.wildfly.security.auth.realm.SimpleMapBackedSecurityRealm;
import org.wildfly.security.auth.realm.SimpleRealmEntry;
import org.wildfly.security.auth.server.MechanismConfiguration;
import org.wildfly.security.auth.server.MechanismConfigurationSelector;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityRealm;
import org.wildfly.security.auth.server.sasl.SaslAuthenticationFactory;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ScramDigestPassword;
import org.wildfly.security.permission.PermissionVerifier;
import org.wildfly.security.sasl.plain.WildFlyElytronSaslPlainProvider;
import org.wildfly.security.sasl.scram.WildFlyElytronSaslScramProvider;
import org.wildfly.security.sasl.util.PropertiesSaslServerFactory;
import org.wildfly.security.sasl.util.SecurityProviderSaslServerFactory;

import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Elytron as the server sets it up, with one user. */
final class Realm {
    static final String USER = "alice@example.org";
    static final String PASSWORD = "correct horse";
    private static final Provider[] PROVIDERS = {new WildFlyElytronSaslPlainProvider(),
            new WildFlyElytronSaslScramProvider(),
            WildFlyElytronPasswordProvider.getInstance()};

    private Realm() {}

    static ElytronSasl sasl() {
        return sasl(users());
    }

    private static SecurityRealm users() {
        SimpleMapBackedSecurityRealm realm = new SimpleMapBackedSecurityRealm(() -> PROVIDERS);
        MapAttributes attributes = new MapAttributes();
        attributes.addAll(SaslServerExchange.MAY_SEND_AS, List.of("alice@example.org", "lists.example.org"));
        realm.setIdentityMap(Map.of(USER, new SimpleRealmEntry(List.of(credential()), attributes)));
        return realm;
    }

    /** {@return a realm in which something is broken that nobody thought of} */
    static SecurityRealm failing() {
        return new TokenRealm(token -> {
            throw new IllegalStateException("broken");
        });
    }

    static ElytronSasl sasl(SecurityRealm realm) {
        SecurityDomain domain = SecurityDomain.builder()
                .addRealm("users", realm)
                .build()
                .setDefaultRealmName("users")
                .setPrincipalDecoder(principal -> principal.getName().replaceFirst("^CN=", ""))
                .setPermissionMapper((p, roles) -> PermissionVerifier.from(new LoginPermission()))
                .build();
        return ElytronSasl.of(SaslAuthenticationFactory.builder()
                .setSecurityDomain(domain)
                .setMechanismConfigurationSelector(MechanismConfigurationSelector.constantSelector(
                        MechanismConfiguration.EMPTY))
                .setFactory(new PropertiesSaslServerFactory(new SecurityProviderSaslServerFactory(() -> PROVIDERS),
                        Map.of("wildfly.sasl.scram.max-iteration-count", "1000000")))
                .build());
    }

    private static PasswordCredential credential() {
        ScramVerifier verifier = ScramVerifier.of(PASSWORD, new SecureRandom());
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordCredential(ScramDigestPassword.createRaw(ScramDigestPassword.ALGORITHM_SCRAM_SHA_256,
                base64.decode(verifier.key()), base64.decode(verifier.salt()), verifier.iterations()));
    }
}
