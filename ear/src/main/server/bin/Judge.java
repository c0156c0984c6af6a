import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks a running gateway what it would say to a message: {@code java Judge.java URL TOKEN-FILE FILE [NAME=VALUE]...}, run by the start script. FILE is
 * {@code -} for standard input, and empty where a key names a message that waits. Exit status 0: the answer is printed. 1: what was wrong is.
 */
final class Judge {
    private Judge() {}

    public static void main(String[] arguments) throws IOException {
        StringBuilder query = new StringBuilder();
        for (int i = 3; i < arguments.length; i++) {
            int sign = arguments[i].indexOf('=');
            query.append(i == 3 ? '?' : '&').append(arguments[i], 0, sign + 1)
                    .append(URLEncoder.encode(arguments[i].substring(sign + 1), StandardCharsets.UTF_8));
        }
        byte[] message = switch (arguments[2]) {
            case "" -> new byte[0];
            case "-" -> System.in.readAllBytes();
            default -> Files.readAllBytes(Path.of(arguments[2]));
        };
        String token = Files.readString(Path.of(arguments[1])).strip();
        System.exit(MessageCall.isWell(arguments[0] + query, token, message) ? 0 : 1);
    }
}
