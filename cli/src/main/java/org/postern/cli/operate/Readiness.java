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
import java.util.Optional;

/** Whether a gateway takes mail. What answers at its port is believed only when WildFly has deployed the EAR: the port may be another gateway's. */
final class Readiness {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int LONGEST = 4_096;

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
        URI url = URI.create(one.console() + "/ready");
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            return status == HttpURLConnection.HTTP_OK
                    ? Optional.empty()
                    : Optional.of((status + " " + body(connection)).strip());
        } catch (IOException e) {
            return Optional.of(url + ": " + e.getMessage());
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            return body == null ? "" : new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }
}
