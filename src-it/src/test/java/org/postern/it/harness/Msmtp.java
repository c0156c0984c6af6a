package org.postern.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client of users that is not ours: msmtp, whose SASL is GNU's.
 *
 * @param port of a listener with STARTTLS
 * @param source the client's address
 */
public record Msmtp(int port, String source) {
    public static boolean exists() {
        return Commands.exists("msmtp");
    }

    /**
     * Logs in and hands in a message of this subject; {@return what it printed}.
     *
     * @throws AssertionError with what the server said, if it did not want it
     */
    public String send(String mechanism, String user, String secret, String from, String to) {
        List<String> command = new ArrayList<>(List.of("msmtp", "--host=127.0.0.1", "--port=" + port, "--tls=on",
                "--tls-starttls=on", "--tls-certcheck=off", "--source-ip=" + source, "--auth=" + mechanism,
                "--user=" + user,
                "--passwordeval=printf %s \"$SECRET\"", "--from=" + from, to));
        return Commands.run(command, Map.of("SECRET", secret),
                "From: " + from + "\r\nSubject: to " + to + "\r\n\r\nhello\r\n");
    }
}
