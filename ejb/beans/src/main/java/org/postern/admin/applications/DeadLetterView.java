package org.postern.admin.applications;

import org.postern.broker.DeadLetter;
import org.postern.content.MessageReader;
import org.postern.content.ReadMessage;
import org.postern.mail.Envelope;
import org.postern.mail.QueueId;
import org.postern.smtp.wire.EnvelopeText;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that nobody could process, as a person sees it.
 *
 * @param key names it; empty if it has no name and can only be dealt with together with the others
 * @param queue in which it lies
 * @param cameFrom the queue in which it was before; empty if nobody knows
 * @param reason why it is here
 * @param since when it was sent here; of what the broker has moved, when it was sent to where it was before
 * @param queueId the name of the mail; empty if it never had one
 * @param sender the reverse-path; empty where there is no envelope that can be read, the empty string for the null reverse-path
 * @param recipients as far as there is an envelope that can be read
 * @param envelope as SMTP commands, a command a line
 * @param author as it stands in From
 * @param subject as it stands in Subject
 * @param octets of the body
 * @param type of the JMS message, such as {@code bytes}
 */
public record DeadLetterView(Optional<String> key, String queue, Optional<String> cameFrom, String reason,
        Instant since, Optional<String> queueId, Optional<String> sender, List<String> recipients,
        List<String> envelope, String author, String subject, long octets, String type) {
    private static final int LONGEST = 300;

    public DeadLetterView {
        recipients = List.copyOf(recipients);
        envelope = List.copyOf(envelope);
    }

    static DeadLetterView of(DeadLetter letter) {
        Optional<Envelope> envelope = letter.envelope();
        ReadMessage head = head(letter);
        return new DeadLetterView(
                Optional.of(letter.key())
                        .filter(id -> !id.isEmpty())
                        .map(id -> new DeadLetterKey(letter.queue(), id).toString()),
                letter.queue(), letter.cameFrom(), letter.reason(), letter.since(),
                letter.queueId().map(QueueId::text), envelope.map(one -> one.reversePath().address()),
                envelope.map(one -> one.recipients().stream().map(to -> to.mailbox().toString()).toList())
                        .orElse(List.of()),
                envelope.map(one -> EnvelopeText.write(one).lines().toList()).orElse(List.of()),
                shown(head.first("From")), shown(head.first("Subject")), letter.octets(), letter.type());
    }

    private static ReadMessage head(DeadLetter letter) {
        try (InputStream octets = letter.head().open()) {
            return MessageReader.read(octets);
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read", e);
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", "?");
    }
}
