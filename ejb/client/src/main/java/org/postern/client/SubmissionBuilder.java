package org.postern.client;

import jakarta.jms.Destination;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.postern.client.Envelope.Recipient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a {@link Submission}, and refuses what cannot be one. Not for several threads at once. */
public final class SubmissionBuilder {
    private static final String INTERNATIONAL = "SMTPUTF8";
    private static final String[] UNSENT = {"Bcc"};

    private final String reversePath;
    private final List<Recipient> recipients = new ArrayList<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private Optional<MailContent> content = Optional.empty();
    private Optional<Instant> expires = Optional.empty();
    private boolean bulk;
    private Optional<String> correlation = Optional.empty();
    private Optional<Destination> replyTo = Optional.empty();
    private Optional<String> events = Optional.empty();
    private Optional<Replies> replies = Optional.empty();

    SubmissionBuilder(String reversePath) {
        this.reversePath = new Envelope(reversePath, Map.of(), List.of()).reversePath();
    }

    /**
     * Adds a recipient.
     *
     * @throws IllegalArgumentException when it is no address
     */
    public SubmissionBuilder to(String address) {
        return to(new Recipient(address, Map.of()));
    }

    /** Adds a recipient with parameters of its own, such as NOTIFY. */
    public SubmissionBuilder to(Recipient recipient) {
        recipients.add(recipient);
        return this;
    }

    /** Gives the envelope a parameter that a listener takes with MAIL, such as RET; the empty text for one without a value. */
    public SubmissionBuilder parameter(String keyword, String value) {
        parameters.put(keyword.toUpperCase(Locale.ROOT), value);
        return this;
    }

    /**
     * Takes a whole mail as octets. The array is not copied.
     *
     * @throws IllegalArgumentException when a line does not end with CRLF, or there is a NUL
     */
    public SubmissionBuilder content(byte[] octets) {
        if (!LinesByCrlf.isKept(octets)) {
            throw new IllegalArgumentException(
                    "lines of mail end with CRLF, and CR, LF and NUL stand nowhere else in it");
        }
        return content(MailContent.of(octets));
    }

    /** Takes a whole mail as text, whatever its lines end with; what is beyond ASCII is UTF-8. */
    public SubmissionBuilder content(String mail) {
        return content(byCrlf(mail.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes what Jakarta Mail has made, whatever its lines end with, as content. The envelope is not taken from it, and Bcc is left out. */
    public SubmissionBuilder mimeMessage(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (OutputStream lines = new LinesByCrlf(octets)) {
            mail.writeTo(lines, UNSENT);
        }
        return content(octets.toByteArray());
    }

    /** Takes content that is as it has to be: the gateway refuses other. Of much, no more than a block is in memory. */
    public SubmissionBuilder content(MailContent octets) {
        content = Optional.of(octets);
        return this;
    }

    private static byte[] byCrlf(byte[] mail) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(mail.length + mail.length / 16);
        try (OutputStream lines = new LinesByCrlf(octets)) {
            lines.write(mail);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return octets.toByteArray();
    }

    /** Has it given up and reported at this time. */
    public SubmissionBuilder expires(Instant time) {
        expires = Optional.of(time);
        return this;
    }

    /** Lets other mail overtake it. What goes to many belongs on {@value Submission#BULK_QUEUE} in any case. */
    public SubmissionBuilder bulk() {
        bulk = true;
        return this;
    }

    /** Has events about it call it by this name. */
    public SubmissionBuilder correlation(String name) {
        correlation = Optional.of(name);
        return this;
    }

    /** Has events about it sent there. */
    public SubmissionBuilder replyTo(Destination destination) {
        replyTo = Optional.of(destination);
        return this;
    }

    /** Asks for other events than all but delays: {@code all}, {@code final}, or kinds separated by commas, which {@link EventNames} has. */
    public SubmissionBuilder events(String kinds) {
        events = Optional.of(kinds);
        return this;
    }

    /**
     * Has answers sent to a queue, for as long as the gateway takes them at most. The gateway puts an address of its own into Reply-To, of which the mail has
     * none then, and in place of the sender.
     */
    public SubmissionBuilder replies(String queue) {
        replies = Optional.of(new Replies(queue, Optional.empty()));
        return this;
    }

    /** Has answers sent to a queue until then; later than the gateway takes them is refused. */
    public SubmissionBuilder replies(String queue, Instant until) {
        replies = Optional.of(new Replies(queue, Optional.of(until)));
        return this;
    }

    /**
     * {@return the submission} Where an address is beyond ASCII, it has the parameter SMTPUTF8.
     *
     * @throws IllegalStateException when recipients or content are missing
     * @throws IllegalArgumentException when a parameter is none
     */
    public Submission build() {
        if (recipients.isEmpty()) {
            throw new IllegalStateException("a submission has a recipient");
        }
        MailContent octets = content.orElseThrow(() -> new IllegalStateException("a submission has content"));
        Map<String, String> all = new TreeMap<>(parameters);
        if (!isAscii()) {
            all.put(INTERNATIONAL, "");
        }
        return new Submission(new Envelope(reversePath, all, recipients), octets, expires, bulk, correlation, replyTo,
                events, replies);
    }

    private boolean isAscii() {
        return Stream.concat(Stream.of(reversePath), recipients.stream().map(Recipient::address))
                .allMatch(Address::isAscii);
    }
}
