package org.postern.admin.people;

import jakarta.inject.Singleton;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;

/** Passwords as bcrypt hashes in modular crypt form, as the server's security realm reads them. */
@Singleton
public class PasswordHashes {
    /** 2 to the power of 12 rounds: some 0.3 s of one core for each guess. */
    private static final int COST = 12;
    private static final int MOST_CHARACTERS = 1000;
    private static final Provider PROVIDER = WildFlyElytronPasswordProvider.getInstance();

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String nobodys = bcrypt("nobody has this password");

    /** {@return a hash that nobody has, which takes as long to verify as any other} */
    String nobodys() {
        return nobodys;
    }

    /** {@return the hash of a password, with a salt of its own} */
    String hash(String password) {
        return bcrypt(password);
    }

    private static String bcrypt(String password) {
        byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        RANDOM.nextBytes(salt);
        try {
            PasswordFactory factory = PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, PROVIDER);
            Password hashed = factory.generatePassword(new EncryptablePasswordSpec(password.toCharArray(),
                    new IteratedSaltedPasswordAlgorithmSpec(COST, salt), StandardCharsets.UTF_8));
            return ModularCrypt.encodeAsString(hashed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this server lacks bcrypt", e);
        }
    }

    /** {@return whether the hash is of this password} */
    boolean verify(String password, String hash) {
        if (hash.isEmpty() || password.length() > MOST_CHARACTERS) {
            return false;
        }
        try {
            Password hashed = ModularCrypt.decode(hash);
            PasswordFactory factory = PasswordFactory.getInstance(hashed.getAlgorithm(), PROVIDER);
            return factory.verify(factory.translate(hashed), password.toCharArray(), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
