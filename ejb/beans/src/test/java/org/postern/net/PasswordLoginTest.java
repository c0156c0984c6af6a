package org.postern.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.rule.Secret;
import org.postern.smtp.client.Login;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.sasl.scram.WildFlyElytronSaslScramProvider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Set;

class PasswordLoginTest {
    @TempDir
    private Path folder;
    private Path file;
    private Login login;

    /** As the server has them. */
    @BeforeAll
    static void providers() {
        Security.addProvider(WildFlyElytronSaslScramProvider.getInstance());
        Security.addProvider(WildFlyElytronPasswordProvider.getInstance());
    }

    @BeforeEach
    void secret() throws IOException {
        file = Files.writeString(folder.resolve("secret"), "pencil\n");
        login = new PasswordLogin("user", new Secret.File(file), "relay.example");
    }

    private static String text(byte[] octets) {
        return new String(octets, UTF_8);
    }

    @Test
    void prefersWhatDoesNotTellThePassword() throws IOException {
        assertThat(login.choose(Set.of("LOGIN", "PLAIN", "SCRAM-SHA-256")).orElseThrow().mechanism())
                .isEqualTo("SCRAM-SHA-256");
        assertThat(login.choose(Set.of("LOGIN", "PLAIN")).orElseThrow().mechanism()).isEqualTo("PLAIN");
        assertThat(login.choose(Set.of("CRAM-MD5", "NTLM"))).isEmpty();
    }

    @Test
    void saysAllOfPlainAtOnce() throws IOException {
        Login.Exchange plain = login.choose(Set.of("PLAIN")).orElseThrow();
        assertThat(text(plain.initialResponse().orElseThrow())).isEqualTo("\0user\0pencil");
        assertThat(plain.isComplete()).isTrue();
    }

    @Test
    void answersLoginInTurn() throws IOException {
        Login.Exchange exchange = login.choose(Set.of("LOGIN")).orElseThrow();
        assertThat(exchange.initialResponse()).isEmpty();
        assertThat(text(exchange.respond("Username:".getBytes(UTF_8)))).isEqualTo("user");
        assertThat(exchange.isComplete()).isFalse();
        assertThat(text(exchange.respond("Password:".getBytes(UTF_8)))).isEqualTo("pencil");
        assertThat(exchange.isComplete()).isTrue();
        assertThatThrownBy(() -> exchange.respond(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void answersScramWithAProofAndWantsOne() throws IOException {
        Login.Exchange scram = login.choose(Set.of("SCRAM-SHA-256")).orElseThrow();
        String first = text(scram.initialResponse().orElseThrow());
        assertThat(first).startsWith("n,,n=user,r=");
        String nonce = first.substring(first.indexOf("r=") + 2);
        byte[] challenge = ("r=" + nonce + "server,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096").getBytes(UTF_8);
        assertThat(text(scram.respond(challenge))).startsWith("c=biws,r=" + nonce + "server,p=");
        assertThat(scram.isComplete()).isFalse();
        assertThatThrownBy(() -> scram.respond("v=Zm9yZ2Vk".getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void readsAChangedSecretAnew() throws IOException {
        login.choose(Set.of("PLAIN"));
        Files.writeString(file, "eraser\n");
        assertThat(text(login.choose(Set.of("PLAIN")).orElseThrow().initialResponse().orElseThrow()))
                .endsWith("\0eraser");
    }

    @Test
    void saysWhichFileCannotBeReadAndShowsNoSecret() throws IOException {
        assertThat(login.toString()).doesNotContain("pencil");
        Files.delete(file);
        assertThatThrownBy(() -> login.choose(Set.of("PLAIN"))).hasMessageContaining(file.toString());
    }
}
