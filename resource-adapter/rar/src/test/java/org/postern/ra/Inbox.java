package org.postern.ra;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.Reception;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A receiver that takes everything, keeps the octets, and can be held in the middle of taking a message. */
class Inbox implements MailReceiver {
    static final QueueId ID = new QueueId("0123456789ABCDEF");

    final List<byte[]> messages = new CopyOnWriteArrayList<>();
    final List<SessionFacts> sessions = new CopyOnWriteArrayList<>();
    final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    final CountDownLatch arrived = new CountDownLatch(1);
    private volatile CountDownLatch hold = new CountDownLatch(0);

    /** Lets no message be taken before {@link #letGo}. */
    void holdMessages() {
        hold = new CountDownLatch(1);
    }

    void letGo() {
        hold.countDown();
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        sessions.add(session);
        return AtCommand.ACCEPT;
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        return AtCommand.ACCEPT;
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return AtCommand.ACCEPT;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return AtCommand.ACCEPT;
    }

    @Override
    public Reception message(SessionFacts session, Envelope envelope, Content content) {
        try (InputStream in = content.open()) {
            arrived.countDown();
            hold.await();
            messages.add(in.readAllBytes());
            return new Reception.Queued(ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void refused(SessionFacts session, Refusal refusal) {
        refusals.add(refusal);
    }
}
