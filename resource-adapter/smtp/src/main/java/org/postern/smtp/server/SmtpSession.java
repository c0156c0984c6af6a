package org.postern.smtp.server;

import org.postern.receiver.MailReceiver;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.Reason;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.receiver.TlsFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One SMTP session, from the greeting to its end, without input or output: its driver hands in the octets that arrive, and the
 * replies go to a stream. Used by one thread at a time.
 *
 * <p>{@code IOException} comes from the reply stream alone and means that the client cannot be answered any more; the driver
 * then calls {@link #lost}. The stream is flushed when all octets handed in are consumed, so that replies to pipelined
 * commands travel together (RFC 2920, 3.2).
 */
public final class SmtpSession {
    /** What the driver does next. */
    public enum State {
        /** Read on. */
        OPEN,
        /** Make a TLS handshake, then call {@link SmtpSession#secured}. */
        START_TLS,
        /** Close the connection; everything due has been written. */
        CLOSE
    }

    /** What the session waits for; each has its time-out (RFC 5321, 4.5.3.2). */
    public enum Stage {
        /** The next command: 5 minutes. */
        COMMAND,
        /** The next octets of a message: 3 minutes. */
        DATA
    }

    /** Stands for the command where the client had the word and said nothing. */
    private static final String WAITING = "waiting";

    private final SessionSettings settings;
    private final MailReceiver receiver;
    private final ContentStore contents;
    private final ReplyChannel replies;
    private final SessionProgress progress;
    private final CommandDialogue dialogue;
    private final ChunkReception chunks;
    private final CommandLimits limits;
    private Optional<DataReception> reception = Optional.empty();
    private State state = State.OPEN;

    public SmtpSession(SessionSettings settings, SessionFacts facts, MailReceiver receiver, ContentStore contents,
            OutputStream replies) {
        this.settings = settings;
        this.receiver = new GuardedReceiver(receiver);
        this.contents = contents;
        this.replies = new ReplyChannel(this.receiver, replies);
        this.progress = new SessionProgress(facts, contents);
        this.limits = new CommandLimits(settings);
        this.dialogue = new CommandDialogue(settings, progress, this.receiver, limits);
        this.chunks = new ChunkReception(settings, progress, this.receiver, contents);
    }

    /** Asks {@link MailReceiver#connect} and writes the greeting, or the refusal in its place. */
    public State open() throws IOException {
        return open(Greeting.AT_ONCE);
    }

    /** The same; before the greeting it is waited for as long as {@link MailReceiver#pause} says. */
    public State open(Greeting greeting) throws IOException {
        give(Asked.of(Refusal.CONNECT), dialogue.greet(greeting));
        replies.flush();
        return state;
    }

    /**
     * Consumes all these octets, calls the receiver, and writes the replies due. The array may be reused after the return. What
     * follows the end of the session is consumed and ignored.
     */
    public State receive(byte[] octets, int offset, int length) throws IOException {
        ByteBuffer input = ByteBuffer.wrap(octets, offset, length);
        while (state == State.OPEN && input.hasRemaining()) {
            if (reception.isPresent()) {
                receiveContent(reception.get(), input);
            } else if (chunks.isExpecting()) {
                receiveChunk(input);
            } else {
                receiveLine(input);
            }
        }
        replies.flush();
        return state;
    }

    private void receiveLine(ByteBuffer input) throws IOException {
        Optional<CommandDialogue.Line> line = dialogue.next(input);
        if (line.isEmpty()) {
            return;
        }
        switch (line.get()) {
            case CommandDialogue.Line.Chunk(String shown, Command.Bdat bdat) -> beginChunk(shown, bdat);
            case CommandDialogue.Line.Answered(Asked asked, Answer answer) ->
                give(asked, answer.then() == Answer.Then.CONTENT ? beginContent(answer) : answer);
        }
    }

    private Answer beginContent(Answer answer) {
        try {
            long declared = progress.transaction().map(MailTransaction::declaredSize).orElse(0L);
            reception = Optional.of(new DataReception(settings, contents.begin(client(), declared)));
            return answer;
        } catch (IOException e) {
            dialogue.dataRefused();
            return Answer.of(Denial.of(e));
        }
    }

    private InetAddress client() {
        return facts().client().getAddress();
    }

    private void receiveContent(DataReception current, ByteBuffer input) throws IOException {
        current.receive(input);
        if (!current.isEnded() && !current.isHopeless()) {
            return;
        }
        reception = Optional.empty();
        MailTransaction transaction = progress.transaction().orElseThrow();
        Answer answer = current.finish(
                content -> receiver.message(facts(), transaction.envelope(current.isEightBit()), content));
        limits.restore();
        giveForMessage(current.isEnded() ? answer : answer.then(Answer.Then.CLOSE));
        progress.endTransaction();
    }

    private void beginChunk(String shown, Command.Bdat bdat) throws IOException {
        if (chunks.isHopeless(bdat)) {
            give(Asked.of(shown), Answer.of(Denial.MESSAGE_SIZE).then(Answer.Then.CLOSE));
            return;
        }
        chunks.begin(bdat);
        if (!chunks.isExpecting()) {
            endChunk();
        }
    }

    private void receiveChunk(ByteBuffer input) throws IOException {
        chunks.receive(input);
        if (!chunks.isExpecting()) {
            endChunk();
        }
    }

    /** A chunk that is refused fails the message: others that are on their way already find no transaction. */
    private void endChunk() throws IOException {
        Answer answer = chunks.finish();
        if (chunks.isLast()) {
            limits.restore();
            giveForMessage(answer);
        } else {
            give(Asked.of(progress.transaction().isPresent() ? Refusal.CONTENT : "BDAT"), answer);
        }
        if (chunks.isLast() || !answer.reply().isPositive()) {
            progress.endTransaction();
        }
    }

    /** The reply to a message; in LMTP, one for each of its recipients (RFC 2033, 4.2). */
    private void giveForMessage(Answer answer) throws IOException {
        int recipients = progress.transaction().map(MailTransaction::recipientCount).orElse(0);
        give(Asked.of(Refusal.CONTENT), answer);
        for (int i = 1; i < recipients && facts().role() == ProtocolRole.LMTP; i++) {
            replies.write(facts(), answer.reply());
        }
    }

    private void give(Asked asked, Answer answer) throws IOException {
        boolean borne = limits.exhausted().isEmpty();
        Reply reply = borne ? limits.tried(answer.reply()).orElse(answer.reply()) : answer.reply();
        if (answer.then() == Answer.Then.CLOSE || reply.code() == Replies.CLOSING) {
            state = State.CLOSE;
        } else if (answer.then() == Answer.Then.START_TLS) {
            state = State.START_TLS;
        }
        replies.give(progress, asked, reply, limits.exhausted().orElse(answer.reason()));
    }

    /** The handshake that {@link State#START_TLS} asked for has succeeded; the client begins anew with EHLO (RFC 3207, 4.2). */
    public State secured(TlsFacts tls) {
        dialogue.secured(tls);
        state = State.OPEN;
        return state;
    }

    /**
     * Ends the session with this reply, a 421, at a time-out or a shutdown. An unfinished message is discarded. Nothing is written
     * where a TLS handshake is under way.
     *
     * @param reason what the reply does not say, such as the limit that was reached
     */
    public State end(Reply reply, String reason) throws IOException {
        if (state == State.OPEN) {
            replies.give(progress, Asked.of(stage() == Stage.DATA ? Refusal.CONTENT : WAITING), reply,
                    Reason.seen(reason));
        }
        lost();
        replies.flush();
        return state;
    }

    /** The client is gone. An unfinished message is discarded; nothing is written. */
    public void lost() {
        reception.ifPresent(DataReception::discard);
        reception = Optional.empty();
        dialogue.abandon();
        chunks.abandon();
        progress.endTransaction();
        state = State.CLOSE;
    }

    /** {@return whether a message is arriving, which a graceful shutdown waits for} */
    public boolean inMessage() {
        return reception.isPresent() || progress.transaction().flatMap(MailTransaction::chunks).isPresent();
    }

    /** {@return what the session waits for} */
    public Stage stage() {
        return reception.isPresent() || chunks.isExpecting() ? Stage.DATA : Stage.COMMAND;
    }

    /** {@return what is known of the session now} */
    public SessionFacts facts() {
        return progress.facts();
    }
}
