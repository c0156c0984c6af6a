package org.postern.smtp.client;

import org.postern.smtp.Reply;
import org.postern.smtp.client.Dialogue.ServiceClosingException;

import java.io.IOException;
import java.util.Optional;

/**
 * How a session begins: greeting, EHLO, STARTTLS and AUTH where they are wanted. What was learned before TLS is forgotten, and EHLO said again
 * (RFC 3207, 4.2). Used once.
 */
final class SmtpGreeter {
    private static final int READY = 220;
    private static final String NO_TLS = "TLS did not come about: ";

    private final Dialogue dialogue;
    private final String name;
    private final MailProtocol protocol;
    private final Timeouts timeouts;
    private Step step = Step.GREETING;

    SmtpGreeter(Dialogue dialogue, String name, MailProtocol protocol, Timeouts timeouts) {
        this.dialogue = dialogue;
        this.name = name;
        this.protocol = protocol;
        this.timeouts = timeouts;
    }

    Opening open(StartTls wanted, Optional<Login> login) {
        dialogue.allWithin(timeouts.patience().opening(), "the opening of the session");
        try {
            Opening opening = open(wanted);
            return opening instanceof Opening.Ready(Extensions offered) && login.isPresent()
                    ? logIn(login.get(), offered)
                    : opening;
        } catch (ServiceClosingException closing) {
            return new Opening.Refused(closing.reply());
        } catch (LoginDialogue.LoginFailedException failed) {
            return new Opening.LoginFailed(LoginDialogue.reply(reason(failed)));
        } catch (IOException lost) {
            return new Opening.Lost(step, reason(lost));
        }
    }

    private Opening logIn(Login login, Extensions offered) throws IOException {
        step = Step.AUTH;
        return new LoginDialogue(dialogue, timeouts.hello()).logIn(login, offered)
                .<Opening>map(Opening.LoginFailed::new)
                .orElseGet(() -> new Opening.Ready(offered));
    }

    private Opening open(StartTls wanted) throws IOException {
        Reply greeting = dialogue.reply(timeouts.greeting());
        if (greeting.code() != READY) {
            return refused(greeting);
        }
        step = Step.HELO;
        Opening first = greet();
        return first instanceof Opening.Ready(Extensions offered) && wanted != StartTls.NEVER
                ? protect(wanted, offered)
                : first;
    }

    private Opening greet() throws IOException {
        boolean lmtp = protocol == MailProtocol.LMTP;
        Reply ehlo = dialogue.ask((lmtp ? "LHLO " : "EHLO ") + name, timeouts.hello());
        if (ehlo.isPositive()) {
            return new Opening.Ready(Extensions.in(ehlo));
        }
        if (ehlo.isTransient() || lmtp) {
            return refused(ehlo);
        }
        Reply helo = dialogue.ask("HELO " + name, timeouts.hello());
        return helo.isPositive() ? new Opening.Ready(Extensions.NONE) : refused(helo);
    }

    private Opening protect(StartTls wanted, Extensions offered) throws IOException {
        if (!offered.offers("STARTTLS")) {
            return unless(wanted, offered, "4.7.4", "the server does not offer STARTTLS");
        }
        step = Step.STARTTLS;
        try {
            Reply reply = dialogue.ask("STARTTLS", timeouts.hello());
            if (reply.code() != READY) {
                return unless(wanted, offered, reply.isTransient() ? "4.7.0" : "4.7.4",
                        "the server refused STARTTLS: " + reply);
            }
            dialogue.requireNothingMore();
            dialogue.within(timeouts.hello());
            dialogue.transport().secure();
            return greet();
        } catch (UnprovedException unproved) {
            return new Opening.Unprotected(unprotected("4.7.5", NO_TLS + reason(unproved)));
        } catch (IOException failed) {
            if (wanted == StartTls.ALWAYS && failed instanceof ServiceClosingException busy) {
                throw busy;
            }
            return new Opening.Unprotected(unprotected("4.7.0", NO_TLS + reason(failed)));
        }
    }

    private static Opening unless(StartTls wanted, Extensions offered, String status, String reason) {
        return wanted == StartTls.ALWAYS
                ? new Opening.Unprotected(unprotected(status, "TLS is demanded here, and " + reason))
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
