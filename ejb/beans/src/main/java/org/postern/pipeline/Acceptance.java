package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;
import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.broker.StoreReadiness;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.HeaderFacts;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.network.ClientNetwork;
import org.postern.pipeline.letters.Receipts;
import org.postern.policy.Confidence;
import org.postern.policy.FilterChain;
import org.postern.queue.Arrival;
import org.postern.queue.Dispatch;
import org.postern.queue.HeldUntil;
import org.postern.queue.Lanes;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.Priority;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.receiver.Reason;
import org.postern.receiver.Reception;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.signing.Signatures;
import org.postern.smtp.Reply;
import org.postern.trust.Examined;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes responsibility for a message that the rules let pass. */
@Singleton
public class Acceptance {
    /** What clients hear when a store is away, among others. */
    private static final Set<Reply> UNWELL = Set.of(Replies.NOT_TAKING_MAIL, Replies.NO_ROOM, Replies.LOCAL_ERROR);

    private final InstantSource clock;
    private final Postmark postmark;
    private final Scrutiny scrutiny;
    private final Signing signing;
    private final FilterChain filters;
    private final Confidence confidence;
    private final Dispatch dispatch;
    private final Receipts receipts;
    private final Lanes lanes;
    private final MailQueue queue;
    private final StoreReadiness stores;
    private final EventSource events;
    private final KeptFields kept;

    @Inject
    Acceptance(InstantSource clock, Postmark postmark, Scrutiny scrutiny, Signing signing, FilterChain filters,
            Confidence confidence,
            Dispatch dispatch, Receipts receipts, Lanes lanes, MailQueue queue, StoreReadiness stores,
            EventSource events, KeptFields kept) {
        this.clock = clock;
        this.postmark = postmark;
        this.scrutiny = scrutiny;
        this.signing = signing;
        this.filters = filters;
        this.confidence = confidence;
        this.dispatch = dispatch;
        this.receipts = receipts;
        this.lanes = lanes;
        this.queue = queue;
        this.stores = stores;
        this.events = events;
        this.kept = kept;
    }

    /**
     * Posts message and events in one transaction, straight to where it goes, or to the checks that are left for later.
     *
     * @param examined what was found about it, and the verdict, which is not a refusal
     */
    Reception take(SessionFacts session, Envelope sent, Content content, HeaderSection header, Examined examined) {
        Instant now = clock.instant();
        Assessment assessment = examined.assessment();
        Envelope given = examined.orders().envelope().orElse(sent);
        // A stranger does not come before others by asking for it (RFC 6710, 5).
        Envelope envelope = Priority.isRaised(given) && !confidence.isIn(session) ? Priority.usual(given) : given;
        Lanes.Choice choice = lanes.of(submitter(session), envelope, header);
        List<Posting> postings = new ArrayList<>();
        List<Event> story = new ArrayList<>();
        QueueId id;
        try {
            Signatures signatures = signing.bySmtp(session, header, content);
            Message message = postmark.bySmtp(session, envelope, signatures,
                    scrutiny.fields(examined, envelope), scrutiny.cut(session, content, header), now);
            QueuedMail mail = QueuedMail
                    .of(message, Arrival.at(now)
                            .by(Optional.of(session.listener()))
                            .from(postmark.origin(session))
                            .assessed(assessment))
                    .in(choice.lane());
            story.add(received(session, message, choice, signatures, assessment, kept.of(header)));
            id = message.id();
            MDC.put(Taking.IN_THE_LOG, id.text());
            boolean held = HeldUntil.of(envelope.parameters(), now).isPresent();
            if (held || assessment.verdict() == Verdict.QUARANTINE || filters.concernsLater(envelope, header)
                    || dispatch.isForLater(envelope, mail.arrival().listener())) {
                postings.add(later(mail));
            } else {
                Dispatch.Dispatched dispatched = receipts.with(dispatch.of(mail, Optional.empty()), now);
                postings.addAll(dispatched.postings());
                story.addAll(dispatched.events());
                dispatched.nowhere()
                        .forEach(none -> postings.add(later(mail.with(message.with(none.envelope())))));
            }
            queue.post(postings, story);
        } catch (QueueUnavailableException e) {
            return new Reception.Refused(e.isFull() ? Replies.NO_ROOM : Replies.LOCAL_ERROR);
        } catch (IOException e) {
            PipelineLog.LOG.contentUnreadable(e);
            return new Reception.Refused(Replies.LOCAL_ERROR);
        } finally {
            MDC.remove(Taking.IN_THE_LOG);
        }
        // The transaction is committed and on the disk: the message is ours. Only now, and only therefore, may the client hear 250.
        return new Reception.Queued(id);
    }

    private static Posting later(QueuedMail mail) {
        return new Posting(MailQueue.INCOMING, mail, Optional.empty());
    }

    /** {@return who hands it in: the user, or else the network of the client} */
    private static String submitter(SessionFacts session) {
        return session.identity()
                .map(user -> "user " + user.name())
                .orElseGet(() -> "network " + ClientNetwork.of(session.client().getAddress()));
    }

    private Event received(SessionFacts session, Message message, Lanes.Choice choice, Signatures signatures,
            Assessment assessment, HeaderFacts facts) {
        EventSource.Draft draft = events.about(message, EventKind.RECEIVED)
                .session(session.reference())
                .peer(peer(session))
                .reply(Replies.queued(message.id()).toString())
                .assessed(assessment)
                .header(facts);
        List<String> notes = new ArrayList<>();
        session.identity().ifPresent(user -> notes.add("by " + user.name() + " (" + user.mechanism() + ")"));
        session.tls().ifPresent(tls -> notes.add(tls.protocol() + " " + tls.cipherSuite()));
        choice.reason().ifPresent(notes::add);
        signatures.remark().ifPresent(notes::add);
        return (notes.isEmpty() ? draft : draft.detail(String.join("; ", notes))).event();
    }

    /** Refusals may be lost in a crash, and cost no sync of the disk. */
    void tellRefusal(SessionFacts session, Refusal refusal) {
        Reason why = why(refusal);
        EventSource.Draft draft = events.of(EventKind.REFUSED)
                .session(session.reference())
                .peer(peer(session))
                .detail(refusal.command() + (why.equals(Reason.NONE) ? "" : "; " + why))
                .assessed(Assessment.NONE.because(why));
        refusal.reply().ifPresent(reply -> draft.reply(reply.toString()));
        refusal.reversePath().ifPresent(draft::from);
        refusal.recipient().ifPresent(recipient -> draft.to(List.of(recipient)));
        queue.tell(List.of(draft.event()));
    }

    /** {@return the reason, and what is wrong with the stores where the reply may come of that} */
    private Reason why(Refusal refusal) {
        boolean unwell = refusal.reply().filter(UNWELL::contains).isPresent() && !stores.faults().isEmpty();
        return unwell ? refusal.reason().and("stores: " + stores.faults()) : refusal.reason();
    }

    private static String peer(SessionFacts session) {
        return session.helo().orElse("unknown") + " [" + session.client().getAddress().getHostAddress() + "]:"
                + session.client().getPort();
    }
}
