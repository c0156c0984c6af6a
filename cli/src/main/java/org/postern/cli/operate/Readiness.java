package org.postern.cli.operate;

import org.postern.cli.client.Installation;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a gateway takes mail. What answers at its port is believed only when WildFly has deployed the EAR: the port may be another gateway's. */
final class Readiness {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int LONGEST = 65_536;

    private final Installation one;
    private final Path deployments;

    Readiness(Installation one) {
        this.one = one;
        deployments = one.data().resolve("server/deployments");
    }

    /** {@return why it never will be} */
    Optional<String> failure() {
        Path failed = deployments.resolve("postern.ear.failed");
        try {
            return Files.exists(failed) ? Optional.of(Files.readString(failed).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** {@return what stands in the way; empty where nothing does} */
    Optional<String> obstacles() {
        if (!Files.exists(deployments.resolve("postern.ear.deployed"))) {
            return Optional.of("The server has not finished its start.");
        }
        try {
            HttpURLConnection connection = connection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                    ? Optional.empty()
                    : Optional.of((connection.getResponseCode() + " " + body(connection.getErrorStream())).strip());
        } catch (IOException e) {
            return Optional.of(place() + ": " + e.getMessage());
        }
    }

    /** {@return how each application beside it stands, a line each, of a gateway that takes mail} */
    List<String> applications() {
        try {
            return body(connection().getInputStream()).lines().skip(1).toList();
        } catch (IOException notNow) {
            return List.of();
        }
    }

    private URI place() {
        return URI.create(one.console() + "/ready");
    }

    private HttpURLConnection connection() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) place().toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection;
    }

    private static String body(InputStream stream) throws IOException {
        try (InputStream body = stream) {
            return body == null ? "" : new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }
}
