package org.postern.smtp.bench;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.Reception;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.server.ContentSink;
import org.postern.smtp.server.SessionSettings;
import org.postern.smtp.server.SmtpSession;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;

/** A receiver that takes everything and keeps nothing. */
final class AcceptAll implements MailReceiver {
    private static final QueueId ID = new QueueId("0123456789ABCDEF");

    static SmtpSession session() {
        SessionFacts facts = SessionFacts.begun("s", "mx", ProtocolRole.MX, "mail.test.example",
                new InetSocketAddress(4711),
                new InetSocketAddress(25));
        return new SmtpSession(SessionSettings.DEFAULT, facts, new AcceptAll(), (_, _) -> new MemorySink(),
                OutputStream.nullOutputStream());
    }

    private static final class MemorySink extends ByteArrayOutputStream implements ContentSink {
        @Override
        public Content complete() {
            return Content.of(toByteArray());
        }

        @Override
        public void discard() {}
    }

    @Override
    public AtCommand connect(SessionFacts session) {
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
        return new Reception.Queued(ID);
    }

    @Override
    public void refused(SessionFacts session, Refusal refusal) {}
}
