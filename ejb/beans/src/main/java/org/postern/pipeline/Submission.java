package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.assessment.Assessment;
import org.postern.broker.SubmissionCodec;
import org.postern.broker.Submitted;
import org.postern.config.Settings;
import org.postern.config.SmtpSettings;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.HeaderFacts;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.queue.Arrival;
import org.postern.queue.Lane;
import org.postern.queue.Lanes;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.signing.Signatures;
import org.postern.smtp.wire.FutureRelease;
import org.postern.trust.Examined;
import org.postern.trust.RuleCheck;

import java.io.IOException;
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
    private final InstantSource clock;
    private final Postmark postmark;
    private final Signing signing;
    private final RuleCheck rules;
    private final MailQueue queue;
    private final EventSource events;
    private final KeptFields kept;
    private final Lanes lanes;
    private final Settings settings;

    @Inject
    Submission(InstantSource clock, Postmark postmark, Signing signing, RuleCheck rules, MailQueue queue,
            EventSource events, KeptFields kept, Lanes lanes, Settings settings) {
        this.clock = clock;
        this.postmark = postmark;
        this.signing = signing;
        this.rules = rules;
        this.queue = queue;
        this.events = events;
        this.kept = kept;
        this.lanes = lanes;
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

    /** @param lane that of the queue it came by */
    void take(Submitted submitted, Lane lane) throws IOException, QueueUnavailableException {
        Instant now = clock.instant();
        HeaderSection header = HeaderSection.of(submitted.content());
        Examined examined = rules.ofApplication(submitted.envelope(), submitted.content(), header);
        Envelope envelope = examined.orders().envelope().orElse(submitted.envelope());
        Lanes.Choice choice = choice(submitted, lane, header);
        Signatures signatures = signing.local(header, submitted.content());
        Message message = postmark.local(envelope, signatures, examined.orders().octets(), submitted.content(),
                now);
        QueuedMail mail = QueuedMail
                .of(message, Arrival.at(now).expiring(submitted.expires()).assessed(examined.assessment()))
                .in(choice.lane());
        queue.post(List.of(new Posting(MailQueue.INCOMING, mail, submitted.delivery().map("submit>"::concat))),
                List.of(told(message, choice, signatures, examined.assessment(), kept.of(header))));
    }

    private Lanes.Choice choice(Submitted submitted, Lane lane, HeaderSection header) {
        return lane == Lane.BULK || submitted.lane() == Lane.BULK
                ? Lanes.Choice.bulk("its application says so")
                : lanes.of(Lanes.submitter(submitted.envelope().reversePath()), submitted.envelope(),
                        header);
    }

    private Event told(Message message, Lanes.Choice choice, Signatures signatures, Assessment assessment,
            HeaderFacts facts) {
        EventSource.Draft draft = events.about(message, EventKind.SUBMITTED).assessed(assessment).header(facts);
        String notes = Stream.concat(choice.reason().stream(), signatures.remark().stream())
                .collect(Collectors.joining("; "));
        return (notes.isEmpty() ? draft : draft.detail(notes)).event();
    }
}
