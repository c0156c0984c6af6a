package org.postern.admin.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** An OpenID provider on this machine, which gives the token that a test wants for any code. */
final class SomeProvider implements AutoCloseable {
    private final HttpServer server;
    /** What was sent for a token. */
    final List<String> forms = new ArrayList<>();
    RsaJsonWebKey key = key("one");
    private String claims = "{}";
    private String algorithm = "RS256";
    private UnaryOperator<String> forged = token -> token;
    private int status = 200;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String silent = "";

    SomeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys"}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\":[" + key.toJson() + "]}"));
        server.createContext("/token", exchange -> {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, status, status == 200
                    ? "{\"access_token\":\"a\",\"id_token\":\"" + forged.apply(token()) + "\"}"
                    : "{\"error\":\"invalid_grant\"}");
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Answers nothing any more that is asked for by this path; everything where it is empty. */
    void isSilentAbout(String path) {
        silent = path;
    }

    static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
        if (exchange.getRequestURI().getPath().equals(silent)) {
            awaitTheEnd();
        }
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private void awaitTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void says(String json) {
        claims = json;
    }

    void signs(RsaJsonWebKey other, String how) {
        key = other;
        algorithm = how;
    }

    void forges(UnaryOperator<String> how) {
        forged = how;
    }

    void refuses(int how) {
        status = how;
    }

    private String token() {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims);
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue(algorithm);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
