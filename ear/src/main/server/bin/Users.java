import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Changes the users of a running gateway: {@code java Users.java URL TOKEN-FILE ACTION NAME SENDERS}, run by the start script. A
 * password, where one is needed, is the environment variable POSTERN_PASSWORD, or else the first line of standard input.
 *
 * <p>Exit status 0: it is done. 1: it is not, and what was wrong is printed.
 */
final class Users {
    private static final int PATIENCE = 30_000;

    private Users() {
    }

    public static void main(String[] arguments) throws IOException {
        String action = arguments[2];
        boolean needsPassword = action.equals("add") || action.equals("password");
        String form = "action=" + encoded(action) + "&name=" + encoded(arguments[3]) + "&senders="
                + encoded(arguments[4]) + (needsPassword ? "&password=" + encoded(password()) : "");
        HttpURLConnection connection = (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + Files.readString(Path.of(arguments[1])).strip());
        try (OutputStream body = connection.getOutputStream()) {
            body.write(form.getBytes(StandardCharsets.US_ASCII));
        }
        boolean done = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        try (InputStream answer = done ? connection.getInputStream() : connection.getErrorStream()) {
            System.out.print(answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        }
        System.exit(done ? 0 : 1);
    }

    private static String password() throws IOException {
        String given = System.getenv("POSTERN_PASSWORD");
        if (given != null && !given.isEmpty()) {
            return given;
        }
        String line = new String(System.in.readNBytes(4_096), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        if (line.isEmpty()) {
            System.out.println("postern: no password on standard input");
            System.exit(1);
        }
        return line;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
