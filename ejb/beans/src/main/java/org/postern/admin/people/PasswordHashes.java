package org.postern.admin.people;

import jakarta.inject.Singleton;
import org.postern.limit.BusyException;
import org.postern.sentence.Sentence;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Passwords as bcrypt hashes in modular crypt form, as the server's security realm reads them. No more than {@value #AT_ONCE} are looked at at once, and
 * {@value #MOST_WAITING} or so wait for that; whoever comes then is told so by {@link BusyException}: mail needs the cores, too.
 */
@Singleton
public class PasswordHashes {
    /** 2 to the power of 12 rounds: some 0.3 s of one core for each guess. */
    private static final int COST = 12;
    private static final int MOST_CHARACTERS = 1000;
    private static final Provider PROVIDER = WildFlyElytronPasswordProvider.getInstance();

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 10;
    private static final int LONGEST_WAIT = 5;
    private static final Sentence BUSY = Sentence
            .form("doorBusy", "Too many people come in at this moment. Try again in some seconds.")
            .with();

    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final String nobodys = drawn();

    /** {@return a hash that nobody has, which takes as long to verify as any other} */
    String nobodys() {
        return nobodys;
    }

    /** {@return the hash of a password, with a salt of its own} */
    String hash(String password) {
        return inTurn(() -> bcrypt(password));
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!isTurn()) {
            throw new BusyException(BUSY);
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private boolean isTurn() {
        try {
            return permits.getQueueLength() < MOST_WAITING && permits.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Made of no password, which would cost a start the time of a guess. */
    private static String drawn() {
        try {
            return ModularCrypt.encodeAsString(BCryptPassword.createRaw(BCryptPassword.ALGORITHM_BCRYPT,
                    random(BCryptPassword.BCRYPT_HASH_SIZE), random(BCryptPassword.BCRYPT_SALT_SIZE), COST));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this server lacks bcrypt", e);
        }
    }

    private static byte[] random(int octets) {
        byte[] drawn = new byte[octets];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    private static String bcrypt(String password) {
        byte[] salt = random(BCryptPassword.BCRYPT_SALT_SIZE);
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
        return !hash.isEmpty() && password.length() <= MOST_CHARACTERS && inTurn(() -> isOf(password, hash));
    }

    private static boolean isOf(String password, String hash) {
        try {
            Password hashed = ModularCrypt.decode(hash);
            PasswordFactory factory = PasswordFactory.getInstance(hashed.getAlgorithm(), PROVIDER);
            return factory.verify(factory.translate(hashed), password.toCharArray(), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
