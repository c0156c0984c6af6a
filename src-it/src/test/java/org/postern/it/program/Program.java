package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import org.postern.it.harness.Gateway;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Another program, with a token or without. What it is answered is held against the document, where there is one. */
public final class Program {
    static final String API = "/api/v1";

    private final URI root;
    private final Optional<Contract> contract;
    private final Map<String, String> headers;
    private final String source;
    private final HttpClient http;

    private Program(URI root, Optional<Contract> contract, Map<String, String> headers, String source) {
        this.root = root;
        this.contract = contract;
        this.headers = Map.copyOf(headers);
        this.source = source;
        http = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(source)).build();
    }

    /** {@return one that sends nothing that would let it in} */
    public static Program stranger(Gateway gateway, String source) {
        return new Program(URI.create("http://127.0.0.1:" + gateway.http()), Optional.empty(), Map.of(), source);
    }

    /** {@return the same, which sends this header field with each request} */
    public Program with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Program(root, contract, more, source);
    }

    /** {@return the same, with a token} */
    public Program with(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Program heldTo(Contract document) {
        return new Program(root, Optional.of(document), headers, source);
    }

    /**
     * What was answered.
     *
     * @param body empty where there is none
     */
    public record Answer(int status, Optional<JsonValue> body, HttpResponse<String> raw) {
        /** {@return the body, which is an object} */
        public JsonObject json() {
            return body.orElseThrow(() -> new AssertionError(status + " without a body")).asJsonObject();
        }

        /** {@return the lines of a list} */
        public List<JsonObject> items() {
            assertThat(status).as(raw.body()).isEqualTo(200);
            return json().getJsonArray("items").getValuesAs(JsonObject.class);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** {@return the field that is wrong} */
        String field() {
            return json().getJsonArray("errors").getJsonObject(0).getString("field");
        }
    }

    /** {@return the answer to a path below that of the API} */
    public Answer get(String path) {
        return ask("get", path, Optional.empty());
    }

    /** Posts JSON, in which apostrophes stand for quotation marks. */
    public Answer post(String path, String json) {
        return ask("post", path, Optional.of(json.replace('\'', '"')));
    }

    Answer post(String path) {
        return ask("post", path, Optional.empty());
    }

    Answer put(String path, String json) {
        return ask("put", path, Optional.of(json.replace('\'', '"')));
    }

    /** Sends a text as it is. */
    public Answer send(String verb, String path, String text) {
        return ask(verb, path, Optional.of(text));
    }

    Answer delete(String path) {
        return ask("delete", path, Optional.empty());
    }

    Answer ask(String verb, String path, Optional<String> json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path.startsWith("/api") ? path : API + path))
                .method(verb.toUpperCase(Locale.ROOT),
                        json.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()))
                .timeout(Duration.ofSeconds(30));
        json.ifPresent(body -> {
            if (!headers.containsKey("Content-Type")) {
                request.header("Content-Type",
                        path.startsWith("/configuration") ? "application/toml" : "application/json");
            }
        });
        headers.forEach(request::header);
        Answer answer = answer(send(request.build()));
        contract.filter(one -> !path.startsWith("/api") || path.startsWith(API))
                .ifPresent(one -> one.hold(verb, path.replaceFirst("^" + API, ""), answer.status(), answer.body()));
        return answer;
    }

    private static Answer answer(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.body().isEmpty() || !type.contains("json")) {
            return new Answer(response.statusCode(), Optional.empty(), response);
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return new Answer(response.statusCode(), Optional.of(reader.readValue()), response);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
