package org.postern.ra.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.receiver.TlsFacts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/** Handshakes over loopback, and what becomes of them when files change. */
class ServerTlsTest {
    @TempDir
    private Path folder;
    private ServerSocket port;
    private long now;
    private int changes;

    @BeforeEach
    void listen() throws IOException {
        port = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        port.close();
    }

    private ServerTls of(TlsSettings settings) {
        return new ServerTls(settings, () -> now, InstantSource.system());
    }

    private TlsSettings with(Path certificate) {
        return new TlsSettings("mail.example", Optional.of(certificate), Optional.empty(), Optional.empty(), "",
                Optional.empty(), Optional.empty(), folder);
    }

    /** Both sides of one connection inside TLS. */
    private record Both(SSLSocket client, ServerTls.Secured server) {
        TlsFacts facts() {
            return server.facts();
        }
    }

    private Both handshake(ServerTls tls, TlsClient client) throws Exception {
        Socket connection = new Socket(port.getInetAddress(), port.getLocalPort());
        Socket accepted = port.accept();
        CompletableFuture<ServerTls.Secured> server = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                server.complete(tls.secure(accepted, () -> false));
            } catch (IOException e) {
                server.completeExceptionally(e);
            }
        });
        return new Both(client.over(connection), server.get(10, TimeUnit.SECONDS));
    }

    /** Writes the file, with a time that differs from the last one, and lets the time pass after which it is looked at. */
    private void change(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + ++changes)));
        now += TimeUnit.SECONDS.toNanos(3);
    }

    @Test
    void octetsGoBothWays() throws Exception {
        Both both = handshake(of(with(Pair.of("mail.example").writeTo(folder.resolve("a.pem")))), new TlsClient());
        both.client().getOutputStream().write("EHLO".getBytes(US_ASCII));
        assertThat(both.server().socket().getInputStream().readNBytes(4)).isEqualTo("EHLO".getBytes(US_ASCII));
        both.server().socket().close();
        assertThat(both.client().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void theFactsAreThoseOfTheHandshake() throws Exception {
        ServerTls tls = of(with(Pair.of("mail.example").writeTo(folder.resolve("a.pem"))));
        TlsFacts facts = handshake(tls, new TlsClient().asking("MX.Example")).facts();
        assertThat(facts.protocol()).isEqualTo("TLSv1.3");
        assertThat(facts.cipherSuite()).startsWith("TLS_AES_");
        assertThat(facts.serverName()).contains("mx.example");
        assertThat(facts.clientCertificate()).isEmpty();
        assertThat(handshake(tls, new TlsClient().speaking("TLSv1.2")).facts().protocol()).isEqualTo("TLSv1.2");
    }

    @Test
    void withoutACertificateOneIsMadeThatOnlyItsOwnerCanRead() throws Exception {
        ServerTls tls = of(TlsSettings.selfSigned("mail.example", folder.resolve("tls")));
        assertThat(tls.isAvailable()).isTrue();
        Path file = folder.resolve("tls/self-signed.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        SSLSocket client = handshake(tls, new TlsClient()).client();
        assertThat(TlsClient.shownBy(client).getSubjectX500Principal().getName()).isEqualTo("CN=mail.example");

        ServerTls next = of(TlsSettings.selfSigned("mail.example", folder.resolve("tls")));
        assertThat(TlsClient.shownBy(handshake(next, new TlsClient()).client()))
                .as("it is kept")
                .isEqualTo(TlsClient.shownBy(client));
    }

    @Test
    void aPkcs12FileDoesAsWell() throws Exception {
        Pair pair = Pair.of("mail.example");
        Path store = pair.writeTo(folder.resolve("a.p12"), "secret");
        TlsSettings settings = new TlsSettings("mail.example", Optional.empty(), Optional.empty(), Optional.of(store),
                "secret", Optional.empty(), Optional.empty(), folder);
        assertThat(TlsClient.shownBy(handshake(of(settings), new TlsClient()).client())).isEqualTo(pair.certificate());
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void theNameAskedForPicksTheCertificate() throws Exception {
        Pair own = Pair.of("mail.example");
        Pair other = Pair.of("*.other.example");
        Path more = Files.createDirectory(folder.resolve("more"));
        Files.writeString(more.resolve("other.crt"), other.certificatePem());
        Files.writeString(more.resolve("other.key"), other.pem());
        ServerTls tls = of(new TlsSettings("mail.example", Optional.of(own.writeTo(folder.resolve("a.pem"))),
                Optional.empty(), Optional.empty(), "", Optional.of(more), Optional.empty(), folder));
        assertThat(tls.shown()).extracting(ServerTls.Shown::names)
                .containsExactly(List.of("mail.example"), List.of("*.other.example"));
        assertThat(tls.shown().getFirst().ends()).isEqualTo(own.certificate().getNotAfter().toInstant());
        assertThat(TlsClient.shownBy(handshake(tls, new TlsClient().asking("mx.other.example")).client()))
                .isEqualTo(other.certificate());
        assertThat(TlsClient.shownBy(handshake(tls, new TlsClient().asking("unknown.example")).client()))
                .isEqualTo(own.certificate());
    }

    @Test
    void aChangedFileIsUsedByTheNextHandshakeAndSessionsGoOn() throws Exception {
        Pair first = Pair.of("mail.example");
        Path file = first.writeTo(folder.resolve("a.pem"));
        ServerTls tls = of(with(file));
        Both before = handshake(tls, new TlsClient());
        Pair second = Pair.of("mail.example");
        change(file, second.pem());
        assertThat(TlsClient.shownBy(handshake(tls, new TlsClient()).client())).isEqualTo(second.certificate());
        before.client().getOutputStream().write('x');
        assertThat(before.server().socket().getInputStream().read()).isEqualTo('x');
    }

    @Test
    void aBrokenNewFileLeavesTheOldInUseUntilItIsMended() throws Exception {
        Pair first = Pair.of("mail.example");
        Path file = first.writeTo(folder.resolve("a.pem"));
        ServerTls tls = of(with(file));
        assertThat(tls.isAvailable()).isTrue();
        change(file, "half a certifica");
        assertThat(TlsClient.shownBy(handshake(tls, new TlsClient()).client())).isEqualTo(first.certificate());
        Pair mended = Pair.of("mail.example");
        change(file, mended.pem());
        assertThat(TlsClient.shownBy(handshake(tls, new TlsClient()).client())).isEqualTo(mended.certificate());
    }

    @Test
    void withoutUsableFilesThereIsNoTlsUntilTheyComeUp() throws Exception {
        Path file = folder.resolve("a.pem");
        ServerTls tls = of(with(file));
        assertThat(tls.isAvailable()).isFalse();
        change(file, Pair.of("mail.example").pem());
        assertThat(tls.isAvailable()).isTrue();
    }

    /** The file looks the same before and after: what made it unreadable was something else, such as the rights of its folder. */
    @Test
    void whatCouldNotBeReadIsTriedAgainEveryMinute() throws Exception {
        String good = Pair.of("mail.example").pem();
        Path file = Files.writeString(folder.resolve("a.pem"), "x".repeat(good.length()));
        FileTime time = FileTime.from(Instant.ofEpochSecond(1_000_000));
        Files.setLastModifiedTime(file, time);
        ServerTls tls = of(with(file));
        assertThat(tls.isAvailable()).isFalse();
        Files.writeString(file, good);
        Files.setLastModifiedTime(file, time);
        now += TimeUnit.SECONDS.toNanos(3);
        assertThat(tls.isAvailable()).isFalse();
        now += TimeUnit.SECONDS.toNanos(60);
        assertThat(tls.isAvailable()).isTrue();
    }

    @Test
    void aClientCertificateCountsIfItsAuthorityIsTrusted() throws Exception {
        Pair authority = Pair.of("authority.example");
        Pair friend = authority.issue("friend.example");
        Pair stranger = Pair.of("authority.example").issue("stranger.example");
        Path authorities = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
        ServerTls tls = of(new TlsSettings("mail.example",
                Optional.of(Pair.of("mail.example").writeTo(folder.resolve("a.pem"))), Optional.empty(),
                Optional.empty(), "", Optional.empty(), Optional.of(authorities), folder));
        for (String version : new String[]{"TLSv1.3", "TLSv1.2"}) {
            assertThat(handshake(tls, new TlsClient().as(friend).speaking(version)).facts().clientCertificate())
                    .contains(friend.certificate());
            assertThat(handshake(tls, new TlsClient().as(stranger).speaking(version)).facts().clientCertificate())
                    .isEmpty();
            assertThat(handshake(tls, new TlsClient().speaking(version)).facts().clientCertificate()).isEmpty();
        }
    }

    @Test
    void aCertificateAndAKeyStoreAtOnceAreRefused() {
        Path file = folder.resolve("a");
        assertThatThrownBy(() -> new TlsSettings("mail.example", Optional.of(file), Optional.empty(), Optional.of(file),
                "", Optional.empty(), Optional.empty(), folder)).hasMessageContaining("give one of them");
    }
}
