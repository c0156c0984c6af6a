package org.postern.account.door;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.ra.tls.ServerTls;
import org.postern.ra.tls.TlsSettings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Who comes in by TLS, before the broker knows of it. */
class TlsDoorTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int MANY = 10;
    private static final Duration LONG = Duration.ofSeconds(60);
    @TempDir
    private Path folder;
    private final AtomicInteger handedOn = new AtomicInteger();
    private InetSocketAddress address;
    private TlsDoor door;

    @AfterEach
    void close() {
        door.close();
    }

    private void open(int connections, Duration patience) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, HERE)) {
            address = new InetSocketAddress(HERE, free.getLocalPort());
        }
        ServerTls tls = new ServerTls(TlsSettings.selfSigned("mail.example", folder), System::nanoTime,
                InstantSource.system());
        door = TlsDoor.open(address, new TlsDoor.Terms(tls, connections, patience), this::echo);
    }

    private void echo(Channel channel) {
        handedOn.incrementAndGet();
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object octets) {
                var _ = context.writeAndFlush(octets);
            }
        });
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private Socket inTls() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[]{new Anybody()}, null);
        Socket socket = context.getSocketFactory().createSocket(connect(), "mail.example", address.getPort(), true);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Says it; {@return as much as comes back, until as much has come as was said, or no more comes}. */
    private static String answer(Socket socket, String words) throws IOException {
        try (socket) {
            socket.getOutputStream().write(words.getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(words.length()), US_ASCII);
        } catch (SocketException | SSLException ended) {
            return "";
        }
    }

    @Test
    void whoBeginsAsAClientOfTheBrokerIsHandedOnWithAllThatHeHasSaid() throws Exception {
        open(MANY, LONG);
        assertThat(answer(inTls(), "ARTEMIS and more")).isEqualTo("ARTEMIS and more");
    }

    @Test
    void whoBeginsOtherwiseIsNotHandedOn() throws Exception {
        open(MANY, LONG);
        assertThat(answer(inTls(), "GET / HTTP/1.1\r\nHost: mail.example\r\n\r\n")).isEmpty();
        assertThat(answer(inTls(), "ARTEMISIA")).isEqualTo("ARTEMISIA");
        assertThat(answer(inTls(), "ART GALLERY")).isEmpty();
        assertThat(handedOn).hasValue(1);
    }

    @Test
    void whoDoesNotSpeakTlsGetsNothing() throws Exception {
        open(MANY, LONG);
        assertThat(answer(connect(), "ARTEMIS and more")).doesNotContain("ARTEMIS");
        assertThat(handedOn).hasValue(0);
    }

    @Test
    void whoSaysNothingIsNotWaitedForTooLong() throws Exception {
        open(MANY, Duration.ofMillis(300));
        try (Socket silent = connect()) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket slow = inTls()) {
            slow.getOutputStream().write("ARTEMIS".getBytes(US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException | SSLException ended) {
            assertThat(ended).isNotNull();
        }
        assertThat(handedOn).hasValue(0);
    }

    @Test
    void noMoreAreOpenThanMayBe() throws Exception {
        open(1, LONG);
        try (Socket first = inTls()) {
            first.getOutputStream().write("ARTEMIS1".getBytes(US_ASCII));
            assertThat(first.getInputStream().readNBytes(8)).hasSize(8);
            assertThat(answer(inTls(), "ARTEMIS2")).isEmpty();
            first.getOutputStream().write("still here".getBytes(US_ASCII));
            assertThat(first.getInputStream().readNBytes(10)).hasSize(10);
        }
    }

    @Test
    void whoIsInsideIsOutWhenItCloses() throws Exception {
        open(MANY, LONG);
        try (Socket inside = inTls()) {
            inside.getOutputStream().write("ARTEMIS1".getBytes(US_ASCII));
            assertThat(inside.getInputStream().readNBytes(8)).hasSize(8);
            door.close();
            assertThat(inside.getInputStream().readNBytes(1)).isEmpty();
        }
    }

    /** Believes any certificate. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
