package org.postern.smtp.client;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.smtp.Reply;
import org.postern.smtp.client.DataWriter.UnfitContentException;
import org.postern.smtp.client.Dialogue.ServiceClosingException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One mail transaction (RFC 5321, 3.3) and the outcome of each of its recipients. With PIPELINING all commands up to DATA leave
 * in one write (RFC 2920), or in a few where there are many recipients; without, each waits for its reply and none is sent in vain. Of
 * a server that is too slow for all recipients those that it has taken get the message.
 */
final class Transaction {
    private static final int POSITIVE = 2;
    private static final int INTERMEDIATE = 3;

    private final Dialogue dialogue;
    private final MailProtocol protocol;
    private final Timeouts timeouts;
    private final MailCommands commands;
    private final boolean pipelined;
    private final boolean chunked;
    private final Envelope envelope;
    private final Content content;
    private final Outcomes outcomes;
    private final Asking asking;
    private int told;
    private boolean dataTold;
    private Step step = Step.MAIL;
    private boolean inDoubt;
    private End end = End.OPEN;

    /** How a transaction leaves the connection. */
    enum End {
        /** Ready for the next MAIL. */
        COMPLETE,
        /** A RSET is due before the next MAIL. */
        OPEN,
        /** Of no use any more. */
        BROKEN
    }

    Transaction(Dialogue dialogue, MailProtocol protocol, Timeouts timeouts, Extensions extensions,
            Envelope envelope, Content content) {
        this.dialogue = dialogue;
        this.protocol = protocol;
        this.timeouts = timeouts;
        this.commands = new MailCommands(extensions,
                dialogue.transport().tls().map(TlsSession::verified).orElse(false));
        this.chunked = MailCommands.isBinary(envelope.parameters());
        this.pipelined = extensions.offers("PIPELINING");
        this.envelope = envelope;
        this.content = content;
        this.outcomes = new Outcomes(envelope.recipients().size());
        this.asking = new Asking(dialogue.transport()::ticks,
                timeouts.patience().recipients(envelope.recipients().size(), timeouts.dataStart()), pipelined);
    }

    End end() {
        return end;
    }

    /**
     * {@return an outcome for each recipient of the envelope, in its order}
     *
     * @param reset whether the transaction before this one is still open
     */
    List<Outcome> run(boolean reset) {
        int recipients = envelope.recipients().size();
        dialogue.allWithin(timeouts.patience().transaction(recipients, content.size()), "the transaction");
        try {
            Optional<Reply> obstacle = commands.obstacle(envelope, content);
            if (obstacle.isPresent()) {
                outcomes.settleRest(new Outcome.Unfit(obstacle.get()));
                end = reset ? End.OPEN : End.COMPLETE;
            } else {
                exchange(reset);
            }
        } catch (ServiceClosingException closing) {
            breakOff(new Outcome.Refused(step, closing.reply()));
        } catch (UnfitContentException unfit) {
            breakOff(new Outcome.Unfit(unfit.violation().reply()));
        } catch (IOException lost) {
            String reason = Optional.ofNullable(lost.getMessage()).orElse(lost.getClass().getSimpleName());
            breakOff(inDoubt ? new Outcome.InDoubt(reason) : new Outcome.Lost(step, reason));
        }
        return outcomes.all();
    }

    private void breakOff(Outcome rest) {
        end = End.BROKEN;
        outcomes.settleRest(rest);
    }

    private void exchange(boolean reset) throws IOException {
        if (pipelined) {
            addFirst(reset);
        }
        if (reset) {
            require(POSITIVE, answer("RSET", timeouts.hello()));
        }
        Reply mail = answer(commands.mail(envelope, content.size()), timeouts.mail());
        if (!accepted(POSITIVE, mail)) {
            outcomes.settleRest(new Outcome.Refused(Step.MAIL, mail));
        }
        if (pipelined || outcomes.anyOpen()) {
            recipients();
        }
        if (chunked && outcomes.anyOpen()) {
            step = Step.CONTENT;
            chunk();
            settle();
        } else if (!chunked && (dataTold || outcomes.anyOpen())) {
            data();
        }
    }

    private void addFirst(boolean reset) {
        if (reset) {
            dialogue.add("RSET");
        }
        dialogue.add(commands.mail(envelope, content.size()));
        tellRecipients(false);
    }

    /** {@return whether any may be told of} */
    private boolean tellRecipients(boolean anyTaken) {
        List<Recipient> recipients = envelope.recipients();
        int from = told;
        told += asking.next(recipients.size() - from, anyTaken);
        recipients.subList(from, told).forEach(recipient -> dialogue.add(commands.rcpt(recipient)));
        if (pipelined && !chunked && told == recipients.size()) {
            dialogue.add("DATA");
            dataTold = true;
        }
        return told > from;
    }

    private void recipients() throws IOException {
        step = Step.RCPT;
        boolean anyTaken = false;
        for (int i = 0; i < envelope.recipients().size(); i++) {
            if (i == told && !(outcomes.anyOpen() && tellRecipients(anyTaken))) {
                leaveOut(i);
                return;
            }
            long begun = dialogue.transport().ticks();
            Reply reply = dialogue.reply(timeouts.rcpt());
            asking.answeredSince(begun);
            if (accepted(POSITIVE, reply)) {
                anyTaken = true;
            } else {
                outcomes.settle(i, new Outcome.Refused(Step.RCPT, reply));
            }
        }
    }

    private void leaveOut(int from) {
        for (int i = from; i < envelope.recipients().size(); i++) {
            outcomes.settle(i, new Outcome.Unasked());
        }
    }

    private void data() throws IOException {
        step = Step.DATA;
        if (!dataTold) {
            dialogue.add("DATA");
        }
        Reply go = dialogue.reply(timeouts.dataStart());
        if (!accepted(INTERMEDIATE, go)) {
            outcomes.settleRest(new Outcome.Refused(Step.DATA, go));
            return;
        }
        step = Step.CONTENT;
        content(outcomes.anyOpen() ? content : Content.of(new byte[0]));
        settle();
    }

    /** One reply for all, or with LMTP one for each recipient that was accepted, in their order (RFC 2033, 4.2). */
    private void settle() throws IOException {
        // To be impatient here would be to send the message twice: only replies that are many have to hurry (RFC 1047).
        dialogue.allWithin(timeouts.patience().forEach(timeouts.dataEnd(), envelope.recipients().size()),
                "the replies to the content");
        if (protocol == MailProtocol.SMTP) {
            outcomes.settleRest(settled(dialogue.reply(timeouts.dataEnd())));
        } else if (!outcomes.anyOpen()) {
            throw new IOException("the server wants content for nobody");
        }
        for (int recipient : outcomes.open()) {
            outcomes.settle(recipient, settled(dialogue.reply(timeouts.dataEnd())));
        }
        end = End.COMPLETE;
    }

    private static Outcome settled(Reply reply) throws IOException {
        return accepted(POSITIVE, reply) ? new Outcome.Accepted(reply) : new Outcome.Refused(Step.CONTENT, reply);
    }

    private void content(Content octets) throws IOException {
        DataWriter writer = new DataWriter(dialogue, timeouts.dataBlock(), octets.size());
        octets.writeTo(writer);
        inDoubt = true;
        writer.end();
    }

    /** Content that is not made of lines goes as one chunk (RFC 3030, 3). */
    private void chunk() throws IOException {
        byte[] command = ("BDAT " + content.size() + " LAST\r\n").getBytes(StandardCharsets.US_ASCII);
        BlockWriter writer = new BlockWriter(dialogue, timeouts.dataBlock(),
                command.length + content.size());
        writer.write(command, 0, command.length);
        content.writeTo(writer);
        inDoubt = true;
        writer.send();
    }

    private Reply answer(String command, Duration limit) throws IOException {
        if (!pipelined) {
            dialogue.add(command);
        }
        return dialogue.reply(limit);
    }

    private static void require(int wanted, Reply reply) throws IOException {
        if (!accepted(wanted, reply)) {
            throw new IOException("the server refused RSET: " + reply);
        }
    }

    /** {@return true for a reply of this kind, false for a 4xx or 5xx; anything else makes no sense at this place} */
    private static boolean accepted(int wanted, Reply reply) throws IOException {
        int kind = reply.code() / 100;
        if (kind != wanted && kind < 4) {
            throw new IOException("the reply makes no sense here: " + reply);
        }
        return kind == wanted;
    }
}
