package org.postern.smtp.server;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.Reason;
import org.postern.receiver.Reception;
import org.postern.receiver.Refusal;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.EnvelopeText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A receiver whose verdict stands in the address: the local part or name {@code refused} is refused, {@code later} is deferred,
 * {@code closing} gets a 421 and {@code broken} an exception. Mail for {@code test.example} and its like is taken, other domains
 * are not ours.
 */
class TestReceiver implements MailReceiver {
    static final QueueId QUEUE_ID = new QueueId("0123456789ABCDEF");
    private static final Reply REFUSED = Reply.of(550, "5.7.1", "Refused");
    private static final Reply NO_RELAY = Reply.of(550, "5.7.1", "Relaying denied");
    private static final Reply LATER = Reply.of(451, "4.7.1", "Later");
    private static final Reply CLOSING = Reply.of(421, "4.7.0", "Go away");

    /** Messages taken: the envelope as text, an empty line, the content. */
    final List<String> queued = new ArrayList<>();
    final List<String> protocols = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<TestExchange> exchanges = new ArrayList<>();

    private final List<String> mechanisms;

    TestReceiver() {
        this(List.of());
    }

    TestReceiver(List<String> mechanisms) {
        this.mechanisms = mechanisms;
    }

    @Override
    public List<String> mechanisms(SessionFacts session) {
        return mechanisms;
    }

    @Override
    public Optional<SaslExchange> authenticate(SessionFacts session, String mechanism) {
        if (mechanism.equals("LATER")) {
            return Optional.empty();
        }
        exchanges.add(new TestExchange(mechanism));
        return Optional.of(exchanges.getLast());
    }

    @Override
    public Reply verify(SessionFacts session, String text) {
        return session.identity().isPresent()
                ? Reply.of(250, "<" + text + "@test.example>")
                : MailReceiver.super.verify(session, text);
    }

    @Override
    public Reply release(SessionFacts session, String node) {
        return verdict(node) instanceof AtCommand.Accept ? Reply.of(250, "2.0.0", "On its way") : REFUSED;
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        return verdict(session.client().getHostString());
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        return verdict(session.helo().orElseThrow());
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return reversePath.mailbox().map(sender -> verdict(sender.localPart())).orElse(AtCommand.ACCEPT);
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        String domain = recipient.mailbox().domain().key();
        boolean ours = domain.endsWith("test.example") || domain.startsWith("[");
        return ours ? verdict(recipient.mailbox().localPart()) : new AtCommand.Reject(NO_RELAY);
    }

    @Override
    public Reception message(SessionFacts session, Envelope envelope, Content content) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            content.writeTo(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = octets.toString(StandardCharsets.ISO_8859_1);
        protocols.add(session.protocol(envelope));
        return switch (verdict(text.lines().findFirst().orElse("").replace("Subject: ", ""))) {
            case AtCommand.Reject(Reply reply, Reason reason) -> new Reception.Refused(reply, reason);
            case AtCommand.Defer(Reply reply, Reason reason) -> new Reception.Refused(reply, reason);
            case AtCommand.Accept _ -> {
                queued.add(EnvelopeText.write(envelope) + "\r\n" + text);
                yield new Reception.Queued(QUEUE_ID);
            }
        };
    }

    @Override
    public void refused(SessionFacts session, Refusal refusal) {
        refusals.add(refusal);
    }

    private static AtCommand verdict(String word) {
        return switch (word) {
            case "refused" -> new AtCommand.Reject(REFUSED);
            case "later" -> new AtCommand.Defer(LATER);
            case "closing" -> new AtCommand.Defer(CLOSING);
            case "broken" -> throw new IllegalStateException("SELECT secret FROM inside");
            default -> AtCommand.ACCEPT;
        };
    }
}
