package org.postern.smtp.client;

import org.postern.smtp.Reply;
import org.postern.smtp.client.Dialogue.ServiceClosingException;

import java.io.IOException;
import java.util.Optional;

/**
 * How a session begins: greeting, EHLO, and STARTTLS where it is wanted. What was learned before TLS is forgotten, and EHLO said again
 * (RFC 3207, 4.2). Used once.
 */
final class SmtpGreeter {
    private static final int READY = 220;

    private final Dialogue dialogue;
    private final String name;
    private final Timeouts timeouts;
    private Step step = Step.GREETING;

    SmtpGreeter(Dialogue dialogue, String name, Timeouts timeouts) {
        this.dialogue = dialogue;
        this.name = name;
        this.timeouts = timeouts;
    }

    Opening open(StartTls wanted) {
        try {
            Reply greeting = dialogue.reply(timeouts.greeting());
            if (greeting.code() != READY) {
                return refused(greeting);
            }
            step = Step.HELO;
            Opening first = greet();
            return first instanceof Opening.Ready(Extensions offered) && wanted != StartTls.NEVER
                    ? protect(wanted, offered)
                    : first;
        } catch (ServiceClosingException closing) {
            return new Opening.Refused(closing.reply());
        } catch (IOException lost) {
            return new Opening.Lost(step, reason(lost));
        }
    }

    private Opening greet() throws IOException {
        Reply ehlo = dialogue.ask("EHLO " + name, timeouts.hello());
        if (ehlo.isPositive()) {
            return new Opening.Ready(Extensions.in(ehlo));
        }
        if (ehlo.isTransient()) {
            return refused(ehlo);
        }
        Reply helo = dialogue.ask("HELO " + name, timeouts.hello());
        return helo.isPositive() ? new Opening.Ready(Extensions.NONE) : refused(helo);
    }

    private Opening protect(StartTls wanted, Extensions offered) throws IOException {
        if (!offered.offers("STARTTLS")) {
            return unless(wanted, offered, "the server does not offer STARTTLS");
        }
        step = Step.STARTTLS;
        Reply reply = dialogue.ask("STARTTLS", timeouts.hello());
        if (reply.code() != READY) {
            return unless(wanted, offered, "the server refused STARTTLS: " + reply);
        }
        dialogue.requireNothingMore();
        try {
            dialogue.transport().within(timeouts.hello());
            dialogue.transport().secure();
        } catch (IOException failed) {
            return new Opening.Unprotected(unprotected("4.7.5", "TLS did not come about: " + reason(failed)));
        }
        step = Step.HELO;
        return greet();
    }

    private static Opening unless(StartTls wanted, Extensions offered, String reason) {
        return wanted == StartTls.ALWAYS
                ? new Opening.Unprotected(unprotected("4.7.4", "TLS is demanded here, and " + reason))
                : new Opening.Ready(offered);
    }

    private static Reply unprotected(String status, String text) {
        return Reply.of(454, status, text.replace('\r', ' ').replace('\n', ' '));
    }

    private Opening refused(Reply reply) {
        return reply.isPositive()
                ? new Opening.Lost(step, "the reply makes no sense here: " + reply)
                : new Opening.Refused(reply);
    }

    private static String reason(IOException lost) {
        return Optional.ofNullable(lost.getMessage()).orElse(lost.getClass().getSimpleName());
    }
}
