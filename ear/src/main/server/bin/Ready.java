import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until a gateway says that it is ready: {@code java Ready.java URL SECONDS PID DEPLOYMENTS}, run by the start script.
 * What answers at the URL is believed only when WildFly has deployed the EAR in the folder DEPLOYMENTS: the port may be another
 * gateway's.
 *
 * <p>Exit status 0: it is ready. 1: not within these seconds. 2: the process PID is gone. 3: it never will be, the EAR was not
 * deployed. With 1 and 3 the reasons are printed.
 */
final class Ready {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PATIENCE_PER_QUESTION = 2_000;

    private Ready() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI url = URI.create(arguments[0]);
        Instant end = Instant.now().plusSeconds(Long.parseLong(arguments[1]));
        long pid = Long.parseLong(arguments[2]);
        Path deployed = Path.of(arguments[3], "postern.ear.deployed");
        Path failed = Path.of(arguments[3], "postern.ear.failed");
        Optional<String> reasons = reasonsAgainst(url, deployed);
        while (reasons.isPresent() && Instant.now().isBefore(end)) {
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                System.exit(2);
            }
            if (Files.exists(failed)) {
                System.out.println(Files.readString(failed).strip());
                System.exit(3);
            }
            Thread.sleep(PAUSE);
            reasons = reasonsAgainst(url, deployed);
        }
        reasons.map(String::strip).ifPresent(System.out::println);
        System.exit(reasons.isEmpty() ? 0 : 1);
    }

    private static Optional<String> reasonsAgainst(URI url, Path deployed) {
        if (!Files.exists(deployed)) {
            return Optional.of("The server has not finished its start.");
        }
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_PER_QUESTION);
            connection.setReadTimeout(PATIENCE_PER_QUESTION);
            int status = connection.getResponseCode();
            return status == HttpURLConnection.HTTP_OK ? Optional.empty() : Optional.of(status + " " + body(connection));
        } catch (IOException e) {
            return Optional.of(url + ": " + e.getMessage());
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            return body == null ? "" : new String(body.readNBytes(4_096), StandardCharsets.UTF_8);
        }
    }
}
