package org.postern.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What clients say to log in, where a test looks at each word. */
public final class Login {
    private Login() {}

    /** {@return a session inside TLS after EHLO, from this address} */
    public static SmtpDialogue secured(String source, int port) throws IOException {
        SmtpDialogue clear = SmtpDialogue.connectFrom(source, port);
        clear.hear();
        clear.say("EHLO client.example");
        clear.say("STARTTLS");
        SmtpDialogue secured = clear.inTls("TLSv1.3");
        secured.say("EHLO client.example");
        return secured;
    }

    /** {@return the reply to PLAIN in a session of its own, which comes from this address} */
    public static String plain(String source, int port, String user, String password) throws IOException {
        return once(source, port, "PLAIN", "\0" + user + "\0" + password);
    }

    /** {@return the reply to this initial response in a session of its own} */
    public static String once(String source, int port, String mechanism, String initial) throws IOException {
        try (SmtpDialogue session = secured(source, port)) {
            return session.say("AUTH " + mechanism + " " + base64(initial));
        }
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return what a challenge says; empty if the reply is none} */
    public static Optional<String> challenge(String reply) {
        return reply.startsWith("334 ")
                ? Optional.of(new String(Base64.getDecoder().decode(reply.substring(4)), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
