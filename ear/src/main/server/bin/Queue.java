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
 * Looks at and acts on parked mail of a running gateway: {@code java Queue.java URL TOKEN-FILE ACTION [NAME=VALUE]...}, run by the
 * start script. Exit status 0: it is done, or has begun. 1: it is not, and what was wrong is printed.
 */
final class Queue {
    private static final int PATIENCE = 120_000;

    private Queue() {
    }

    public static void main(String[] arguments) throws IOException {
        StringBuilder form = new StringBuilder("action=" + encoded(arguments[2]));
        for (int i = 3; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            if (equals < 1) {
                System.out.println("postern: NAME=VALUE, not " + arguments[i]);
                System.exit(1);
            }
            form.append('&').append(encoded(arguments[i].substring(0, equals)))
                    .append('=').append(encoded(arguments[i].substring(equals + 1)));
        }
        HttpURLConnection connection = (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + Files.readString(Path.of(arguments[1])).strip());
        try (OutputStream body = connection.getOutputStream()) {
            body.write(form.toString().getBytes(StandardCharsets.US_ASCII));
        }
        boolean done = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        try (InputStream answer = done ? connection.getInputStream() : connection.getErrorStream()) {
            if (answer != null) {
                answer.transferTo(System.out);
            }
        }
        System.out.flush();
        System.exit(done ? 0 : 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
