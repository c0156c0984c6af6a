package org.postern.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the running gateway offers to programs, asked by whoever can read its data folder. */
public final class Api {
    private static final String PATH = "/api/v1";
    private static final String JSON = "application/json";
    private static final String MAIL = "message/rfc822";
    private static final String TOML = "application/toml";
    private static final int PATIENCE_MILLIS = 120_000;
    private static final int FIRST_FAULT = 300;

    static {
        // Otherwise what acts would be sent once more by itself, after a connection that broke.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final URI root;
    private final String token;
    private final String account;

    /**
     * @param root of the console
     * @param token by which one is let in
     * @param account who asks, as the audit log is to show it
     */
    public Api(URI root, String token, String account) {
        this.root = root;
        this.token = token;
        this.account = account;
    }

    /** {@return the answer} */
    public JsonObject get(Address address) {
        return json(ask("GET", address, Optional.empty(), JSON));
    }

    /** {@return the octets of the answer; to be closed} */
    public InputStream octets(Address address) {
        return ask("GET", address, Optional.empty(), JSON);
    }

    public JsonObject post(Address address) {
        return json(ask("POST", address, Optional.empty(), JSON));
    }

    /** {@return the answer; empty where there is none} */
    public JsonObject post(Address address, Body body) {
        return json(ask("POST", address, Optional.of(octets(body)), JSON));
    }

    public JsonObject put(Address address, Body body) {
        return json(ask("PUT", address, Optional.of(octets(body)), JSON));
    }

    public JsonObject delete(Address address) {
        return json(ask("DELETE", address, Optional.empty(), JSON));
    }

    /** {@return the answer to a message} */
    public JsonObject postMail(Address address, byte[] message) {
        return json(ask("POST", address, Optional.of(message), MAIL));
    }

    /** {@return the answer to a configuration file} */
    public JsonObject postToml(Address address, byte[] file) {
        return json(ask("POST", address, Optional.of(file), TOML));
    }

    /** {@return the answer to a configuration file; empty where there is none} */
    public JsonObject putToml(Address address, byte[] file) {
        return json(ask("PUT", address, Optional.of(file), TOML));
    }

    /** {@return the octets that any method answers with; to be closed} */
    public InputStream ask(String method, Address address, Optional<byte[]> body) {
        return ask(method, address, body, JSON);
    }

    private static byte[] octets(Body body) {
        return body.json().toString().getBytes(StandardCharsets.UTF_8);
    }

    private InputStream ask(String method, Address address, Optional<byte[]> body, String type) {
        String path = address.toString();
        URI place = URI.create(root + (path.startsWith("/api/") ? path : PATH + path));
        try {
            HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Postern-Account", account);
            if (body.isPresent()) {
                send(connection, body.get(), type);
            }
            return answer(connection, path);
        } catch (IOException e) {
            throw new Trouble(Exit.NO_GATEWAY, "the gateway does not answer at " + root + ": " + e.getMessage()
                    + " (./postern status)");
        }
    }

    private static void send(HttpURLConnection connection, byte[] body, String type) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", type);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private static InputStream answer(HttpURLConnection connection, String path) throws IOException {
        int status = connection.getResponseCode();
        if (status < FIRST_FAULT) {
            return connection.getInputStream();
        }
        try (InputStream error = connection.getErrorStream()) {
            byte[] octets = error == null ? new byte[0] : error.readAllBytes();
            throw Faults.of(status, path, octets);
        }
    }

    private static JsonObject json(InputStream answer) {
        try (InputStream octets = answer) {
            byte[] all = octets.readAllBytes();
            return all.length == 0 ? Json.createObjectBuilder().build() : read(all);
        } catch (IOException | JsonException e) {
            throw new Trouble(Exit.NO_GATEWAY, "the gateway's answer cannot be read: " + e.getMessage());
        }
    }

    static JsonObject read(byte[] octets) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(octets))) {
            return reader.readObject();
        }
    }
}
