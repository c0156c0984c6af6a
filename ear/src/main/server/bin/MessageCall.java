import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Hands a message, or several in an mbox, to a running gateway, and prints what it says. */
final class MessageCall {
    private static final int PATIENCE = 120_000;

    private MessageCall() {}

    /** {@return whether all was well; what was not is printed, too} */
    static boolean isWell(String url, String token, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Content-Type", "message/rfc822");
        try (OutputStream target = connection.getOutputStream()) {
            target.write(body);
        }
        boolean well = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        try (InputStream answer = well ? connection.getInputStream() : connection.getErrorStream()) {
            if (answer != null) {
                answer.transferTo(System.out);
            }
        }
        System.out.flush();
        return well;
    }
}
