package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.bounce.Conversation;
import org.postern.bounce.ReplyAddresses;
import org.postern.broker.SubmissionCodec;
import org.postern.broker.Submitted;
import org.postern.config.Settings;
import org.postern.config.SmtpSettings;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.HeaderFacts;
import org.postern.event.OutcomeWish;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.mail.ReversePath;
import org.postern.pipeline.letters.AwaitedReturns;
import org.postern.queue.Arrival;
import org.postern.queue.Lane;
import org.postern.queue.Lanes;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.signing.Signatures;
import org.postern.smtp.wire.FutureRelease;
import org.postern.smtp.wire.Xtext;
import org.postern.trust.Examined;
import org.postern.trust.RuleCheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes responsibility for what an application handed in. Once, however often it is delivered. */
@Singleton
public class Submission {
    private static final String ENVELOPE_ID = "ENVID";
    private static final int LONGEST_ENVELOPE_ID = 100;

    private final InstantSource clock;
    private final Postmark postmark;
    private final Signing signing;
    private final RuleCheck rules;
    private final MailQueue queue;
    private final EventSource events;
    private final KeptFields kept;
    private final Lanes lanes;
    private final AwaitedReturns returns;
    private final ReplyAddresses replies;
    private final Settings settings;

    @Inject
    Submission(InstantSource clock, Postmark postmark, Signing signing, RuleCheck rules, MailQueue queue,
            EventSource events, KeptFields kept, Lanes lanes, AwaitedReturns returns, ReplyAddresses replies,
            Settings settings) {
        this.clock = clock;
        this.postmark = postmark;
        this.signing = signing;
        this.rules = rules;
        this.queue = queue;
        this.events = events;
        this.kept = kept;
        this.lanes = lanes;
        this.returns = returns;
        this.replies = replies;
        this.settings = settings;
    }

    SubmissionCodec.Limits limits() {
        return new SubmissionCodec.Limits(settings.get(SmtpSettings.MESSAGE_SIZE_LIMIT),
                settings.get(SmtpSettings.RECIPIENT_LIMIT), hold());
    }

    private Optional<FutureRelease> hold() {
        int longest = settings.get(SmtpSettings.FUTURE_RELEASE);
        return longest == 0 ? Optional.empty() : Optional.of(new FutureRelease(Duration.ofSeconds(longest), clock));
    }

    /**
     * @param lane that of the queue it came by
     * @param wish of which outcomes its application wants to hear
     * @param conversation where its application wants answers to it
     * @throws RuntimeException when a conversation is to begin and the database is out of reach
     */
    void take(Submitted submitted, Lane lane, Optional<OutcomeWish> wish, Optional<Conversation> conversation)
            throws IOException, QueueUnavailableException {
        Instant now = clock.instant();
        QueueId id = postmark.next();
        Optional<Mailbox> address = conversation.map(asked -> replies.open(id, asked));
        Content content = address.map(one -> Content.join(field(one), submitted.content()))
                .orElse(submitted.content());
        HeaderSection header = HeaderSection.of(content);
        Examined examined = rules.ofApplication(submitted.envelope(), content, header);
        Envelope envelope = answered(
                named(examined.orders().envelope().orElse(submitted.envelope()), submitted.correlation()), address);
        Lanes.Choice choice = choice(submitted, lane, header);
        Signatures signatures = signing.local(header, content);
        Message message = postmark.local(id, envelope, signatures, examined.orders().octets(), content, now);
        QueuedMail mail = QueuedMail
                .of(message, Arrival.at(now).expiring(submitted.expires()).assessed(examined.assessment()).wished(wish))
                .in(choice.lane());
        returns.expect(mail, conversation.map(Conversation::end));
        queue.post(List.of(new Posting(MailQueue.INCOMING, mail, submitted.delivery().map("submit>"::concat))),
                List.of(told(mail, submitted, choice, signatures, kept.of(header))));
    }

    /** Signed with all else, so it stands below the signatures. */
    private static byte[] field(Mailbox address) {
        return ("Reply-To: <" + address + ">\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Programs and servers answer to the reverse-path (RFC 3834, 4). Where nobody is to be told of anything, it stays so. */
    private static Envelope answered(Envelope envelope, Optional<Mailbox> address) {
        return address.filter(one -> !envelope.reversePath().isNull())
                .map(one -> envelope.from(ReversePath.of(one)))
                .orElse(envelope);
    }

    /** {@return the envelope, by the application's name for it where it has no other (RFC 3461, 4.4), so that reports have that} */
    private static Envelope named(Envelope envelope, Optional<String> correlation) {
        return envelope.parameters().get(ENVELOPE_ID).isPresent()
                ? envelope
                : correlation.filter(name -> name.chars().allMatch(c -> c >= ' ' && c <= '~'))
                        .map(Xtext::encode)
                        .filter(id -> id.length() <= LONGEST_ENVELOPE_ID)
                        .map(id -> new Envelope(envelope.reversePath(), envelope.parameters().with(ENVELOPE_ID, id),
                                envelope.recipients()))
                        .orElse(envelope);
    }

    private Lanes.Choice choice(Submitted submitted, Lane lane, HeaderSection header) {
        return lane == Lane.BULK || submitted.lane() == Lane.BULK
                ? Lanes.Choice.bulk("its application says so")
                : lanes.of(Lanes.submitter(submitted.envelope().reversePath()), submitted.envelope(),
                        header);
    }

    private Event told(QueuedMail mail, Submitted submitted, Lanes.Choice choice, Signatures signatures,
            HeaderFacts facts) {
        EventSource.Draft draft = events.about(mail.message(), EventKind.SUBMITTED)
                .from(submitted.envelope().reversePath())
                .assessed(mail.arrival().assessment())
                .header(facts)
                .telling(Telling.of(mail.arrival().wish(), SubmissionOutcome.ACCEPTED,
                        submitted.delivery().orElseGet(mail.message().id()::text)));
        String notes = Stream
                .of(choice.reason(), signatures.remark(), submitted.correlation().map("correlation "::concat))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return (notes.isEmpty() ? draft : draft.detail(notes)).event();
    }
}
