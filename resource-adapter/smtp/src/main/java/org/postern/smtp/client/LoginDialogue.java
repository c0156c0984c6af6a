package org.postern.smtp.client;

import org.postern.smtp.Reply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** AUTH on a session inside TLS (RFC 4954, 4). No secret is part of what it says about a failure. */
final class LoginDialogue {
    private static final int SUCCEEDED = 235;
    private static final int CHALLENGE = 334;
    private static final int MAX_CHALLENGES = 16;
    /** A command with more waits for the challenge (RFC 4954, 4). */
    private static final int MAX_COMMAND = 510;

    private final Dialogue dialogue;
    private final Duration limit;

    LoginDialogue(Dialogue dialogue, Duration limit) {
        this.dialogue = dialogue;
        this.limit = limit;
    }

    /** {@return why the server does not know us now; empty if it does} */
    Optional<Reply> logIn(Login login, Extensions extensions) throws IOException {
        if (dialogue.transport().tls().isEmpty()) {
            return refused("secrets are not sent in the clear");
        }
        Optional<Login.Exchange> exchange = choose(login, mechanisms(extensions));
        return exchange.isEmpty()
                ? refused("the server offers no mechanism of AUTH that can be used here: "
                        + extensions.keywords().getOrDefault("AUTH", "none"))
                : run(exchange.get());
    }

    private static Optional<Login.Exchange> choose(Login login, Set<String> offered) throws LoginFailedException {
        try {
            return login.choose(offered);
        } catch (IOException e) {
            throw new LoginFailedException(Optional.ofNullable(e.getMessage()).orElse("no credentials"), e);
        }
    }

    private static Set<String> mechanisms(Extensions extensions) {
        return new HashSet<>(List.of(extensions.keywords()
                .getOrDefault("AUTH", "")
                .toUpperCase(Locale.ROOT)
                .split(" ", -1)));
    }

    private Optional<Reply> run(Login.Exchange exchange) throws IOException {
        Reply reply = begin(exchange);
        int challenges = 0;
        while (reply.code() == CHALLENGE && challenges++ < MAX_CHALLENGES) {
            reply = dialogue.ask(answer(exchange, reply), limit);
        }
        if (reply.code() != SUCCEEDED) {
            return refused("the server refused the login: " + reply);
        }
        return exchange.isComplete() ? Optional.empty() : refused("the server did not prove that it knows us");
    }

    private Reply begin(Login.Exchange exchange) throws IOException {
        String command = "AUTH " + exchange.mechanism();
        Optional<String> initial = initial(exchange);
        String whole = initial.map(response -> command + " " + (response.isEmpty() ? "=" : response)).orElse(command);
        if (whole.length() <= MAX_COMMAND) {
            return dialogue.ask(whole, limit);
        }
        Reply reply = dialogue.ask(command, limit);
        return reply.code() == CHALLENGE ? dialogue.ask(initial.orElseThrow(), limit) : reply;
    }

    private static Optional<String> initial(Login.Exchange exchange) throws LoginFailedException {
        try {
            return exchange.initialResponse().map(Base64.getEncoder()::encodeToString);
        } catch (IOException e) {
            throw new LoginFailedException("the login cannot be made: " + e.getMessage(), e);
        }
    }

    /** {@return the answer to a challenge; a mechanism that finds fault with it gives up} */
    private String answer(Login.Exchange exchange, Reply challenge) throws IOException {
        try {
            byte[] octets = exchange.readsChallenges()
                    ? Base64.getDecoder().decode(challenge.lines().getFirst().getBytes(StandardCharsets.US_ASCII))
                    : new byte[0];
            return Base64.getEncoder().encodeToString(exchange.respond(octets));
        } catch (IllegalArgumentException noBase64) {
            dialogue.ask("*", limit);
            throw new LoginFailedException("the server's challenge is no base64", noBase64);
        } catch (IOException fault) {
            dialogue.ask("*", limit);
            throw new LoginFailedException("the server did not prove that it knows us: " + fault.getMessage(), fault);
        }
    }

    private static Optional<Reply> refused(String why) {
        return Optional.of(reply(why));
    }

    static Reply reply(String why) {
        return Reply.of(454, "4.7.8", why.replace('\r', ' ').replace('\n', ' '));
    }

    /** The login came to nothing on our side. */
    static final class LoginFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        LoginFailedException(String reason, Exception cause) {
            super(reason, cause);
        }
    }
}
