package org.postern.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** An OpenID provider on this machine, at which everybody is logged in already: whoever is sent to it comes back with a code. */
public final class OpenIdProvider implements AutoCloseable {
    private final TokenIssuer keys = new TokenIssuer();
    private final HttpServer server;
    private volatile String nonce = "";
    private volatile String person = "";
    private volatile String role = "";

    public OpenIdProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys"}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, "{\"keys\":[" + keys.publicJwk() + "]}"));
        server.createContext("/token", exchange -> answer(exchange,
                "{\"access_token\":\"a\",\"id_token\":\"" + keys.token(claims()) + "\"}"));
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who is logged in there, and what they are. */
    public void knows(String name, String group) {
        person = name;
        role = group;
    }

    /** {@return where a browser is sent back to that was sent there} */
    public String back(URI there) {
        Map<String, String> asked = Arrays.stream(there.getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
        nonce = asked.get("nonce");
        return URI.create(asked.get("redirect_uri")).getPath().substring(1) + "?code=c&state=" + asked.get("state");
    }

    private String claims() {
        long now = Instant.now().getEpochSecond();
        return """
                {"iss":"%s","aud":"console","sub":"of-%s","nonce":"%s","iat":%d,"exp":%d,"preferred_username":"%s",
                "groups":["%s"]}""".formatted(issuer(), person, nonce, now, now + 300, person, role);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] octets = text.getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
