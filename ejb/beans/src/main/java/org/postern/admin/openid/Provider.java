package org.postern.admin.openid;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.postern.config.OpenIdSettings;
import org.postern.config.Settings;
import org.postern.net.BoundedWeb;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The OpenID provider, as its discovery document describes it. What it says is kept for a while. Whoever asks waits for {@link BoundedWeb#LIMIT} at most for
 * each of what it is, its keys and a token, and before that for one other who asks the same, whose answer is theirs, too.
 */
final class Provider {
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** Keys that nobody knows yet are asked for not oftener. */
    private static final Duration SOONEST = Duration.ofMinutes(1);
    /** After it could not be asked, nobody asks it for so long: who waits behind the one who has asked hears the same, and does not wait as long again. */
    private static final Duration SILENT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final BoundedWeb web;
    private final URI issuer;
    private final String client;
    private final String secret;
    private final URI redirect;
    private final String scope;
    private final InstantSource clock;
    private Optional<Known> known = Optional.empty();
    private Optional<Silence> silence = Optional.empty();

    Provider(BoundedWeb web, Settings settings, URI issuer, URI redirect, InstantSource clock) {
        this.web = web;
        this.issuer = issuer;
        this.redirect = redirect;
        this.client = settings.get(OpenIdSettings.CLIENT);
        this.secret = settings.get(OpenIdSettings.SECRET);
        this.scope = settings.get(OpenIdSettings.SCOPE);
        this.clock = clock;
    }

    /**
     * What it has said.
     *
     * @param authorization where people log in
     * @param token where a code becomes a token
     * @param keys its key set, in JSON (RFC 7517)
     */
    private record Known(URI authorization, URI token, String keys, Instant since) {}

    /**
     * That it could not be asked.
     *
     * @param since when that was found out
     */
    private record Silence(ProviderException why, Instant since) {}

    String issuer() {
        return issuer.toString();
    }

    String client() {
        return client;
    }

    /** {@return where somebody is sent to log in} */
    URI authorization(Attempt attempt) throws ProviderException {
        URI there = known(KEPT).authorization();
        Map<String, String> asked = Map.of("response_type", "code", "client_id", client, "redirect_uri",
                redirect.toString(), "scope", scope, "state", attempt.state(), "nonce", attempt.nonce(),
                "code_challenge", attempt.challenge(), "code_challenge_method", "S256");
        return URI.create(there + (there.getRawQuery() == null ? "?" : "&") + form(asked));
    }

    /** {@return the ID token for a code} */
    String token(Attempt attempt, String code) throws ProviderException {
        String authorization = secret.isEmpty()
                ? ""
                : "Basic " + Base64.getEncoder()
                        .encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        String form = form(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
                redirect.toString(), "client_id", client, "code_verifier", attempt.verifier()));
        BoundedWeb.Answer answer;
        try {
            answer = web.post(known(KEPT).token(), form, authorization);
        } catch (IOException e) {
            throw ProviderException.away("no token: " + e.getMessage());
        }
        JsonObject said = answer.status() < 500 ? json(answer.text()) : JsonObject.EMPTY_JSON_OBJECT;
        if (answer.status() >= 500 || answer.status() == 429) {
            throw ProviderException.away("no token: status " + answer.status());
        }
        if (answer.status() != OK || !said.containsKey("id_token")) {
            throw ProviderException.refused("no token: status " + answer.status() + " " + said.getString("error", ""));
        }
        return said.getString("id_token");
    }

    /** {@return its keys} */
    String keys() throws ProviderException {
        return known(KEPT).keys();
    }

    /** {@return its keys as they are now, where there may be a new one} */
    String keysAnew() throws ProviderException {
        return known(SOONEST).keys();
    }

    private synchronized Known known(Duration longest) throws ProviderException {
        Instant now = clock.instant();
        if (known.filter(one -> one.since().plus(longest).isAfter(now)).isEmpty()) {
            Optional<Silence> still = silence.filter(one -> one.since().plus(SILENT).isAfter(now));
            if (still.isPresent()) {
                throw still.get().why();
            }
            known = Optional.of(asked(now));
        }
        return known.orElseThrow();
    }

    private Known asked(Instant now) throws ProviderException {
        try {
            return ask(now);
        } catch (ProviderException e) {
            silence = Optional.of(new Silence(e, clock.instant()));
            throw e;
        }
    }

    private Known ask(Instant now) throws ProviderException {
        String base = issuer().replaceFirst("/$", "");
        JsonObject said = json(read(URI.create(base + "/.well-known/openid-configuration")));
        if (!said.getString("issuer", "").equals(issuer())) {
            throw ProviderException
                    .away("it calls itself " + said.getString("issuer", "nothing") + ", not " + issuer());
        }
        return new Known(address(said, "authorization_endpoint"), address(said, "token_endpoint"),
                read(address(said, "jwks_uri")), now);
    }

    private static URI address(JsonObject said, String name) throws ProviderException {
        try {
            URI address = URI.create(said.getString(name, ""));
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            throw ProviderException.away("its " + name + " is no address");
        }
        throw ProviderException.away("it names no " + name);
    }

    private String read(URI address) throws ProviderException {
        try {
            BoundedWeb.Answer answer = web.get(address);
            if (answer.status() != OK) {
                throw ProviderException.away(address + ": status " + answer.status());
            }
            return answer.text();
        } catch (IOException e) {
            throw ProviderException.away(address + ": " + e.getMessage());
        }
    }

    private static JsonObject json(String text) throws ProviderException {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw ProviderException.away("what it says is no JSON");
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
