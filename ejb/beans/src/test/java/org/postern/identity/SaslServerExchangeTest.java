package org.postern.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.receiver.Identity;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.security.sasl.SaslServer;

class SaslServerExchangeTest {
    private static final SaslStep NOT_PROVED = new SaslStep.Refused(AuthenticationReplies.NOT_PROVED);
    private final ElytronSasl sasl = Realm.sasl();
    private final DecoySalts salts = DecoySalts.ofThisProcess();

    private SaslExchange exchange(String mechanism) throws Exception {
        return switch (mechanism) {
            case "LOGIN" -> new SaslServerExchange(new LoginServer(sasl.factory().createMechanism("PLAIN")), mechanism);
            case "PLAIN" -> new SaslServerExchange(sasl.factory().createMechanism("PLAIN"), mechanism);
            default ->
                new SaslServerExchange(new ScramDecoy(sasl.factory().createMechanism(mechanism), salts), mechanism);
        };
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(SaslStep step) {
        assertThat(step).isInstanceOf(SaslStep.Challenge.class);
        return new String(((SaslStep.Challenge) step).octets(), StandardCharsets.UTF_8);
    }

    private static SaslStep alice(String mechanism) {
        return new SaslStep.Authenticated(
                new Identity(Realm.USER, mechanism, List.of("alice@example.org", "lists.example.org")));
    }

    @Test
    void theRealmDecidesWhatCanBeOffered() {
        assertThat(sasl.mechanisms()).contains("PLAIN", "SCRAM-SHA-256").doesNotContain("OAUTHBEARER");
    }

    @Test
    void plainProvesWithThePassword() throws Exception {
        assertThat(exchange("PLAIN").respond(octets("\0" + Realm.USER + "\0" + Realm.PASSWORD)))
                .isEqualTo(alice("PLAIN"));
    }

    @Test
    void plainRefusesAWrongPasswordAndAnUnknownUserAlike() throws Exception {
        assertThat(exchange("PLAIN").respond(octets("\0" + Realm.USER + "\0wrong"))).isEqualTo(NOT_PROVED);
        assertThat(exchange("PLAIN").respond(octets("\0nobody\0wrong"))).isEqualTo(NOT_PROVED);
        assertThat(exchange("PLAIN").respond(octets("nonsense"))).isEqualTo(NOT_PROVED);
    }

    @Test
    void plainWaitsForTheClientWhenItHasNotBegun() throws Exception {
        SaslExchange plain = exchange("PLAIN");
        assertThat(text(plain.begin())).isEmpty();
        assertThat(plain.respond(octets("\0" + Realm.USER + "\0" + Realm.PASSWORD))).isEqualTo(alice("PLAIN"));
    }

    @Test
    void plainTakesAnEmptyInitialResponseForAnAnswer() throws Exception {
        assertThat(exchange("PLAIN").respond(new byte[0])).isEqualTo(NOT_PROVED);
    }

    @Test
    void nobodyActsForSomebodyElse() throws Exception {
        assertThat(exchange("PLAIN").respond(octets("bob\0" + Realm.USER + "\0" + Realm.PASSWORD)))
                .isEqualTo(NOT_PROVED);
    }

    @Test
    void loginAsksForNameAndPassword() throws Exception {
        SaslExchange login = exchange("LOGIN");
        assertThat(text(login.begin())).isEqualTo("Username:");
        assertThat(text(login.respond(octets(Realm.USER)))).isEqualTo("Password:");
        assertThat(login.respond(octets(Realm.PASSWORD))).isEqualTo(alice("LOGIN"));
    }

    @Test
    void loginIsNotFooledByNul() throws Exception {
        SaslExchange login = exchange("LOGIN");
        login.respond(octets("x\0" + Realm.USER));
        assertThat(login.respond(octets(Realm.PASSWORD))).isEqualTo(NOT_PROVED);
    }

    @Test
    void loginDoesNotAskForEver() throws Exception {
        SaslExchange login = exchange("LOGIN");
        SaslStep step = login.begin();
        for (int i = 0; i < 20 && step instanceof SaslStep.Challenge; i++) {
            step = login.respond(new byte[0]);
        }
        assertThat(step).isEqualTo(NOT_PROVED);
    }

    @Test
    void scramProvesWithoutThePassword() throws Exception {
        SaslExchange scram = exchange("SCRAM-SHA-256");
        String first = "n=" + Realm.USER + ",r=abcdef";
        String challenge = text(scram.respond(octets("n,," + first)));
        String proof = text(scram.respond(octets(finalMessage(first, challenge, Realm.PASSWORD))));
        assertThat(proof).startsWith("v=");
        assertThat(scram.respond(new byte[0])).isEqualTo(alice("SCRAM-SHA-256"));
    }

    @Test
    void scramRefusesAWrongPassword() throws Exception {
        SaslExchange scram = exchange("SCRAM-SHA-256");
        String first = "n=" + Realm.USER + ",r=abcdef";
        String challenge = text(scram.respond(octets("n,," + first)));
        assertThat(scram.respond(octets(finalMessage(first, challenge, "wrong")))).isEqualTo(NOT_PROVED);
    }

    @Test
    void scramAsksWhoDoesNotExistLikeAnybodyElse() throws Exception {
        String first = "n=nobody,r=abcdef";
        SaslExchange scram = exchange("SCRAM-SHA-256");
        String challenge = text(scram.respond(octets("n,," + first)));
        String again = text(exchange("SCRAM-SHA-256").respond(octets("n,," + first)));
        assertThat(challenge).startsWith("r=abcdef").endsWith(",i=" + ScramVerifier.ITERATIONS);
        assertThat(part(again, "s=")).isEqualTo(part(challenge, "s="));
        assertThat(scram.respond(octets(finalMessage(first, challenge, "wrong")))).isEqualTo(NOT_PROVED);
    }

    /** The realm looks for users without regard to case, and SASLprep makes one name of many spellings. */
    @Test
    void scramAsksEverySpellingOfAStrangerForTheSameSalt() throws Exception {
        String nobody = text(exchange("SCRAM-SHA-256").respond(octets("n,,n=nobody,r=abcdef")));
        String spelledOddly = text(exchange("SCRAM-SHA-256").respond(octets("n,,n=No\u00ADbody,r=abcdef")));
        assertThat(part(spelledOddly, "s=")).isEqualTo(part(nobody, "s="));
    }

    /** Whoever asks learns nothing by the form of a challenge either: not by the nonce, nor by how a broken proof is answered. */
    @Test
    void scramCannotBeAskedWhoExists() throws Exception {
        for (String user : List.of(Realm.USER, "nobody")) {
            for (String proof : List.of("c=biws,r=%s,p=AAAA", "c=biws,r=%s,p=###", "c=biws,r=%s,p=" + "A".repeat(64),
                    "c=cD10bHMsLA==,r=%s,p=" + "A".repeat(43) + "=",
                    "c=biws,r=%s,p=" + "A".repeat(43) + "=",
                    "c=biws",
                    "", "n,,n=x,r=y")) {
                SaslExchange scram = exchange("SCRAM-SHA-256");
                String challenge = text(scram.respond(octets("n,,n=" + user + ",r=abcdef")));
                assertThat(part(challenge, "r=")).hasSize("abcdef".length() + 28);
                assertThat(scram.respond(octets(proof.formatted(part(challenge, "r=")))))
                        .as(user + " " + proof)
                        .isEqualTo(NOT_PROVED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"n=\uE000", "n=\u0627a", "n=", "n=a=x", "n=\u0007", "n=a\u200Eb", "m=x", "n",
            ""})
    void aNameThatCannotBeIsAFailedLogin(String name) throws Exception {
        assertThat(exchange("SCRAM-SHA-256").respond(octets("n,," + name + ",r=abcdef"))).isEqualTo(NOT_PROVED);
    }

    @Test
    void whatCannotBeReadIsAFailedLogin() throws Exception {
        Random random = new Random(4711);
        for (int i = 0; i < 2000; i++) {
            byte[] response = new byte[random.nextInt(40)];
            random.nextBytes(response);
            String mechanism = List.of("PLAIN", "LOGIN", "SCRAM-SHA-256").get(i % 3);
            SaslExchange exchange = exchange(mechanism);
            SaslStep step = exchange.respond(response);
            for (int more = 0; step instanceof SaslStep.Challenge && more < 10; more++) {
                random.nextBytes(response);
                step = exchange.respond(response);
            }
            assertThat(step).as(mechanism + " " + HexFormat.of().formatHex(response)).isEqualTo(NOT_PROVED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0secret", "\0\0", "a\0\0b", "\0a\0", "\0\uE000\0x", "\0a\0b\0c"})
    void plainWithoutANameIsAFailedLogin(String response) throws Exception {
        assertThat(exchange("PLAIN").respond(octets(response))).isEqualTo(NOT_PROVED);
    }

    @Test
    void aRealmThatFailsUnforeseenIsTemporary() throws Exception {
        SaslServer plain = Realm.sasl(Realm.failing()).factory().createMechanism("PLAIN");
        assertThat(new SaslServerExchange(plain, "PLAIN").respond(octets("\0alice\0secret")))
                .isEqualTo(new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW));
    }

    /** What a client answers (RFC 5802, 3). */
    private static String finalMessage(String first, String challenge, String password) throws Exception {
        byte[] salt = Base64.getDecoder().decode(part(challenge, "s="));
        int iterations = Integer.parseInt(part(challenge, "i="));
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
        String unproved = "c=biws,r=" + part(challenge, "r=");
        byte[] signature = hmac(storedKey, first + "," + challenge + "," + unproved);
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        return unproved + ",p=" + Base64.getEncoder().encodeToString(clientKey);
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(octets(text));
    }

    private static String part(String message, String label) {
        for (String part : message.split(",", -1)) {
            if (part.startsWith(label)) {
                return part.substring(label.length());
            }
        }
        throw new AssertionError(label + " is not in " + message);
    }

    @Test
    void aVerifierIsDifferentForEachUserAndSaysNothing() {
        ScramVerifier one = ScramVerifier.of(Realm.PASSWORD, new SecureRandom());
        ScramVerifier other = ScramVerifier.of(Realm.PASSWORD, new SecureRandom());
        assertThat(one).isNotEqualTo(other);
        assertThat(one.toString()).doesNotContain(one.key())
                .doesNotContain(HexFormat.of().formatHex(octets(one.key())));
    }
}
