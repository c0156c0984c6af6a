package org.postern.smtp.server;

import org.postern.receiver.Identity;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;
import org.postern.smtp.wire.CommandLine;
import org.postern.smtp.wire.Violation;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * AUTH, and the lines that follow it until the client has proved who it is or has not (RFC 4954, 4). What the client sends goes to
 * the mechanism and nowhere else.
 */
final class AuthDialogue {
    /** More than any mechanism needs. */
    private static final int MAX_CHALLENGES = 16;

    private final SessionProgress progress;
    private final MailReceiver receiver;
    private final Services services;
    private Optional<SaslExchange> exchange = Optional.empty();
    private String mechanism = "";
    private int challenges;

    AuthDialogue(SessionProgress progress, MailReceiver receiver, Services services) {
        this.progress = progress;
        this.receiver = receiver;
        this.services = services;
    }

    /** {@return whether the next line answers a challenge, and is no command} */
    boolean isOpen() {
        return exchange.isPresent();
    }

    /** {@return what may be told of the lines of this dialogue} */
    String shown() {
        return "AUTH " + mechanism;
    }

    Answer begin(Command.Auth auth) {
        Optional<Reply> obstacle = obstacle(auth);
        if (obstacle.isPresent()) {
            return Answer.of(obstacle.get());
        }
        exchange = receiver.authenticate(progress.facts(), auth.mechanism());
        if (exchange.isEmpty()) {
            return Answer.of(Replies.CANNOT_AUTHENTICATE_NOW);
        }
        mechanism = auth.mechanism();
        challenges = 0;
        return auth.initialResponse().map(this::respond).orElseGet(() -> follow(exchange.orElseThrow().begin()));
    }

    private Optional<Reply> obstacle(Command.Auth auth) {
        SessionFacts facts = progress.facts();
        if (facts.tls().isEmpty()) {
            return Optional.of(services.startTls() ? Replies.ENCRYPTION_REQUIRED : Replies.NOT_IMPLEMENTED);
        }
        if (!facts.extended()) {
            return Optional.of(facts.role().helloFirst());
        }
        if (facts.identity().isPresent()) {
            return Optional.of(Replies.AUTHENTICATED_ALREADY);
        }
        if (progress.transaction().isPresent()) {
            return Optional.of(Replies.NOT_IN_TRANSACTION);
        }
        List<String> mechanisms = receiver.mechanisms(facts);
        if (mechanisms.isEmpty()) {
            return Optional.of(Replies.NOT_IMPLEMENTED);
        }
        return mechanisms.contains(auth.mechanism()) ? Optional.empty() : Optional.of(Replies.UNKNOWN_MECHANISM);
    }

    /** Takes the client's answer to the last challenge. */
    Answer respond(CommandLine line) {
        if (line.violation().isEmpty()) {
            return line.text().equals("*") ? refuse(Replies.AUTHENTICATION_CANCELLED) : respond(line.text());
        }
        Violation violation = line.violation().get();
        abandon();
        if (violation.endsSession()) {
            return Answer.of(Denial.of(violation)).then(Answer.Then.CLOSE);
        }
        return Answer.of(
                violation == Violation.COMMAND_TOO_LONG ? Replies.AUTHENTICATION_LINE_TOO_LONG : Replies.BAD_BASE64);
    }

    private Answer respond(String base64) {
        Optional<byte[]> octets = base64.equals("=") ? Optional.of(new byte[0]) : decode(base64);
        return octets.map(response -> follow(exchange.orElseThrow().respond(response)))
                .orElseGet(() -> refuse(Replies.BAD_BASE64));
    }

    /** Only with its padding, which Java would not insist on. */
    private static Optional<byte[]> decode(String base64) {
        try {
            return base64.length() % 4 == 0 ? Optional.of(Base64.getDecoder().decode(base64)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Answer follow(SaslStep step) {
        return switch (step) {
            case SaslStep.Challenge challenge -> challenge(challenge.octets());
            case SaslStep.Authenticated(Identity identity) -> {
                abandon();
                progress.learned(progress.facts().authenticated(identity));
                yield Answer.of(Replies.AUTHENTICATED);
            }
            case SaslStep.Refused(Reply reply) -> {
                abandon();
                yield Answer.of(reply.isPositive() ? Replies.CANNOT_AUTHENTICATE_NOW : reply);
            }
        };
    }

    private Answer challenge(byte[] octets) {
        challenges++;
        return challenges > MAX_CHALLENGES
                ? refuse(Replies.CANNOT_AUTHENTICATE_NOW)
                : Answer.of(Replies.challenge(Base64.getEncoder().encodeToString(octets)));
    }

    private Answer refuse(Reply reply) {
        abandon();
        return Answer.of(reply);
    }

    /** It has its outcome, or the client gave up, or is gone. */
    void abandon() {
        exchange.ifPresent(SaslExchange::abandon);
        exchange = Optional.empty();
    }
}
