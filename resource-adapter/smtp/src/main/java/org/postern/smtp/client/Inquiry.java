package org.postern.smtp.client;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.smtp.client.Dialogue.ServiceClosingException;
import org.postern.smtp.client.Transaction.End;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether a server would take a message: MAIL and RCPT, each waiting for its reply, then RSET (RFC 5321, 3.3 and 4.1.1.5). It knows no command that hands
 * anything over. Used once.
 */
final class Inquiry {
    private final Dialogue dialogue;
    private final Timeouts timeouts;
    private final MailCommands commands;
    private final Envelope envelope;
    private final Content content;
    private final Outcomes outcomes;
    private Step step = Step.MAIL;
    private End end = End.BROKEN;

    /** @param content of which the server is told the size, and no more */
    Inquiry(Dialogue dialogue, Timeouts timeouts, Extensions extensions, Envelope envelope, Content content) {
        this.dialogue = dialogue;
        this.timeouts = timeouts;
        this.commands = new MailCommands(extensions,
                dialogue.transport().tls().map(TlsSession::verified).orElse(false));
        this.envelope = envelope;
        this.content = content;
        this.outcomes = new Outcomes(envelope.recipients().size());
    }

    End end() {
        return end;
    }

    /** {@return an outcome for each recipient of the envelope, in its order} */
    List<Outcome> run() {
        dialogue.allWithin(timeouts.patience().transaction(envelope.recipients().size(), content.size()),
                "the transaction");
        try {
            Optional<Reply> obstacle = commands.obstacle(envelope, content);
            if (obstacle.isPresent()) {
                outcomes.settleRest(new Outcome.Unfit(obstacle.get()));
                end = End.COMPLETE;
            } else {
                ask();
            }
        } catch (ServiceClosingException closing) {
            outcomes.settleRest(new Outcome.Refused(step, closing.reply()));
        } catch (IOException lost) {
            outcomes.settleRest(new Outcome.Lost(step,
                    Optional.ofNullable(lost.getMessage()).orElse(lost.getClass().getSimpleName())));
        }
        return outcomes.all();
    }

    private void ask() throws IOException {
        Reply mail = dialogue.ask(commands.mail(envelope, content.size()), timeouts.mail());
        if (!isTaken(mail)) {
            outcomes.settleRest(new Outcome.Refused(Step.MAIL, mail));
        }
        step = Step.RCPT;
        for (int recipient : outcomes.open()) {
            outcomes.settle(recipient, asked(envelope.recipients().get(recipient)));
        }
        end = isTaken(dialogue.ask("RSET", timeouts.hello())) ? End.COMPLETE : End.BROKEN;
    }

    private Outcome asked(Recipient recipient) throws IOException {
        Reply reply = dialogue.ask(commands.rcpt(recipient), timeouts.rcpt());
        return isTaken(reply) ? new Outcome.Willing(reply) : new Outcome.Refused(Step.RCPT, reply);
    }

    /** {@return true for a 2xx, false for a 4xx or 5xx; anything else makes no sense here} */
    private static boolean isTaken(Reply reply) throws IOException {
        if (!reply.isPositive()) {
            return false;
        }
        if (reply.code() >= 300) {
            throw new IOException("the reply makes no sense here: " + reply);
        }
        return true;
    }
}
