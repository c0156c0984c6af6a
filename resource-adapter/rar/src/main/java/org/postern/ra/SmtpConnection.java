package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import org.jboss.logging.MDC;
import org.postern.ra.proxy.ProxyHeader;
import org.postern.network.ClientNetwork;
import org.postern.ra.tls.TlsMode;
import org.postern.receiver.Identity;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.receiver.TlsFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.server.SmtpSession;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One client's connection, served by one virtual thread with blocking reads. Feeds the session with what arrives and sends what
 * it answers. Others may end it, {@link #retire} politely, {@link #cut} at once; both only ask: the thread itself says 421 and
 * closes.
 */
final class SmtpConnection {
    private static final String PROXY_HEADER = "PROXY header";
    /** Names the session in each line of the log that its thread writes, where those have fields. */
    private static final String IN_THE_LOG = "session";
    private static final int LONGEST_REASON = 200;

    private final TransmissionChannel channel;
    private final SessionTerms terms;
    private final Admission admission;
    private final SessionDeadlines deadlines;
    private volatile SessionFacts facts;
    private volatile Optional<Farewell> farewell = Optional.empty();
    private volatile Optional<String> overdue = Optional.empty();
    private Optional<String> preparing = Optional.empty();
    private boolean refused;
    private volatile boolean retiring;
    private volatile boolean cutting;
    private volatile boolean greeted;
    private volatile int messages;

    /** Asked when it turns out who is at the other end. */
    @FunctionalInterface
    interface Admission {
        /** {@return the limit that would break if this client had room, in words, and then it has none any more; empty where there is room} */
        Optional<String> obstacle(SessionFacts session);
    }

    /**
     * How somebody else ends the session.
     *
     * @param reason what the reply does not say
     */
    private record Farewell(Reply reply, String reason) {}

    /** @param admission asked about a client that comes by way of a proxy; of any other it was asked before */
    SmtpConnection(TransmissionChannel channel, SessionFacts facts, SessionTerms terms, Admission admission) {
        this.admission = admission;
        this.channel = channel;
        this.facts = facts;
        this.terms = terms;
        this.deadlines = new SessionDeadlines(terms.settings().patience(), terms.ticks());
    }

    /** Serves the client to the end of its session, and closes the connection. Never throws. */
    void run(MessageEndpointFactory endpoints) {
        MDC.put(IN_THE_LOG, facts.reference());
        try {
            channel.open();
            String end = admitted() ? serve(endpoints) : "refused";
            LOG.sessionEnded(facts.reference(), facts.listener(), facts.client(), end);
        } catch (IOException e) {
            LOG.sessionEnded(facts.reference(), facts.listener(), facts.client(), e.toString());
            tellOfSilentEnd(e);
        } catch (UnavailableException e) {
            terms.counts().noReceiver(facts.reference(), e.toString());
            Refusals.tell(channel, Replies.NOT_TAKING_MAIL.signed(facts.reference()));
            terms.reports().tell(facts, Refusals.of(Replies.NOT_TAKING_MAIL, "there is no mail receiver at hand"));
        } catch (RuntimeException | Error e) {
            LOG.sessionFailed(facts.reference(), facts.listener(), e);
        } finally {
            close();
            MDC.remove(IN_THE_LOG);
        }
    }

    private void close() {
        deadlines.writing();
        if (refused) {
            Refusals.end(channel);
        } else {
            channel.close();
        }
    }

    /** What comes before the session. */
    private boolean admitted() throws IOException {
        if (terms.settings().trust().proxied()) {
            prepare(PROXY_HEADER);
            ProxyHeader header = channel.proxyHeader();
            prepared();
            facts = SessionFacts.begun(facts.reference(), facts.listener(), facts.role(), facts.greetingName(),
                    header.client().orElse(facts.client()), header.local().orElse(facts.local()));
            Optional<String> limit = admission.obstacle(facts);
            if (limit.isPresent()) {
                refuse(limit.get());
                return false;
            }
        }
        if (terms.settings().tls() == TlsMode.IMPLICIT) {
            facts = facts.secured(handshake());
        }
        return true;
    }

    /** Where TLS comes first, there is nobody yet who could be told. */
    private void refuse(String limit) {
        refused = true;
        terms.counts().tooMany(facts.client().getAddress().getHostAddress(), limit);
        if (terms.settings().tls() == TlsMode.IMPLICIT) {
            channel.cut();
            terms.reports().tell(facts, Refusals.silent(Refusal.CONNECT, limit));
        } else {
            Refusals.tell(channel, Replies.TOO_MANY_CONNECTIONS.signed(facts.reference()));
            terms.reports().tell(facts, Refusals.of(Replies.TOO_MANY_CONNECTIONS, limit));
        }
    }

    private void prepare(String step) {
        preparing = Optional.of(step);
        deadlines.preparing();
    }

    private void prepared() {
        preparing = Optional.empty();
        deadlines.working();
    }

    /** Of those who hear nothing: a handshake or a header that failed, or a client that does not take its replies. */
    private void tellOfSilentEnd(IOException cause) {
        boolean left = preparing.isEmpty() || (preparing.get().equals(PROXY_HEADER) && cause instanceof EOFException);
        String said = String.valueOf(cause.getMessage());
        Optional<String> reason = overdue.or(() -> left ? Optional.empty() : Optional.of(said));
        reason.ifPresent(why -> terms.reports()
                .tell(facts, Refusals.silent(preparing.orElse("reply"),
                        why.substring(0, Math.min(why.length(), LONGEST_REASON)))));
    }

    private TlsFacts handshake() throws IOException {
        prepare("TLS handshake");
        try {
            TlsFacts tls = channel.secure(terms.tls());
            prepared();
            return tls;
        } catch (IOException e) {
            terms.counts().handshakeFailed();
            throw e;
        }
    }

    /** {@return how the session ended, for the log} */
    private String serve(MessageEndpointFactory endpoints) throws IOException, UnavailableException {
        try (EndpointReceiver receiver = EndpointReceiver.of(endpoints, new Watch())) {
            ReplyStream replies = new ReplyStream(channel::write, deadlines);
            SmtpSession session = new SmtpSession(terms.session(), facts, receiver, terms.contents(), replies);
            try {
                return converse(session, replies);
            } finally {
                session.lost();
            }
        }
    }

    private String converse(SmtpSession session, ReplyStream replies) throws IOException {
        InputBuffer input = new InputBuffer(() -> terms.memory().heldBy(facts.client().getAddress()));
        try {
            return converse(session, replies, input);
        } finally {
            input.free();
        }
    }

    private String converse(SmtpSession session, ReplyStream replies, InputBuffer input) throws IOException {
        int count = 0;
        EarlyOctets early = new EarlyOctets(input.next(SmtpSession.Stage.COMMAND, 0), this::early);
        SmtpSession.State state = early.answered(session, session.open(early));
        greeted = true;
        while (state != SmtpSession.State.CLOSE) {
            if (state == SmtpSession.State.START_TLS) {
                state = session.secured(handshake());
            }
            facts = session.facts();
            byte[] buffer = input.next(session.stage(), count);
            deadlines.reading(session.stage(), count, replies.repliedSince());
            count = cutting || (retiring && !session.inMessage()) ? -1 : channel.read(buffer);
            deadlines.working();
            if (count < 0) {
                return endOfInput(session);
            }
            state = session.receive(buffer, 0, count);
        }
        return "closed";
    }

    /** {@return how many octets came before the greeting, which the client was to wait for} */
    private int early(byte[] target, Duration time) throws IOException {
        deadlines.reading(SmtpSession.Stage.COMMAND, 0, true);
        int count = cutting || retiring ? 0 : channel.early(target, time);
        deadlines.working();
        return count;
    }

    private String endOfInput(SmtpSession session) throws IOException {
        Optional<Farewell> last = farewell;
        if (last.isEmpty()) {
            return "client left";
        }
        session.end(last.get().reply(), last.get().reason());
        return last.get().reply().toString();
    }

    /** Asks for an end as soon as no message is on its way in. */
    void retire() {
        farewell = Optional.of(new Farewell(Replies.SHUTTING_DOWN, "suspended, or going down"));
        retiring = true;
        if (deadlines.phase() == SessionDeadlines.Phase.IDLE) {
            channel.wake();
        }
    }

    /** Asks for an end at once; a message that has not fully arrived is not taken. What the receiver is at may finish. */
    void cut(Reply reply, String reason) {
        farewell = Optional.of(new Farewell(reply, reason));
        cutting = true;
        // Where octets come, the thread will see it; and it still can read what comes behind the last reply.
        if (!channel.hasInput()) {
            channel.wake();
        }
    }

    /**
     * Ends the session if its client has used up its time, by the next call at the latest, whatever comes. One that does not even take its
     * replies hears no other.
     */
    void sweep() {
        if (!deadlines.exceeded()) {
            return;
        }
        String limit = deadlines.limit();
        switch (deadlines.phase()) {
            case WRITING, PREPARING -> {
                overdue = Optional.of(limit);
                disconnect();
            }
            default -> {
                // It was asked at the last sweep, and its reads do not return: records without content come inside TLS.
                if (cutting) {
                    channel.wake();
                } else {
                    cut(Replies.TIMED_OUT, limit);
                }
            }
        }
    }

    /** Ends a session that waits for its client, so that others have its place. One that does not even take its replies hears no other. */
    void giveWay(String reason) {
        switch (deadlines.phase()) {
            case WRITING, PREPARING -> {
                overdue = Optional.of(reason);
                disconnect();
            }
            default -> cut(Replies.TOO_MANY_CONNECTIONS, reason);
        }
    }

    /** {@return whether it was asked to end, and has not yet} */
    boolean isLeaving() {
        return farewell.isPresent() || overdue.isPresent();
    }

    /** {@return the network of the client, as limits count it} */
    String network() {
        return ClientNetwork.of(facts.client().getAddress());
    }

    /** {@return for how long the session has waited for its client; zero as long as it waits for the greeting} */
    Duration waiting() {
        return greeted ? deadlines.waiting() : Duration.ZERO;
    }

    /** Closes the connection without a word. */
    void disconnect() {
        channel.cut();
    }

    /** {@return how the session stands} */
    SessionState state() {
        SessionFacts now = facts;
        return new SessionState(now.reference(), now.client().getAddress().getHostAddress(), now.helo().orElse(""),
                deadlines.phase().toString(), now.tls().map(TlsFacts::protocol).orElse(""),
                now.identity().map(Identity::name).orElse(""), channel.received(), messages,
                deadlines.age().toSeconds());
    }

    /** {@return whether it waits for the client} */
    boolean isIdle() {
        return deadlines.phase() == SessionDeadlines.Phase.IDLE
                || deadlines.phase() == SessionDeadlines.Phase.IN_MESSAGE;
    }

    /** {@return whether the parser or the receiver is at work right now} */
    boolean isWorking() {
        return deadlines.phase() == SessionDeadlines.Phase.WORKING;
    }

    /** Counts what the endpoint does. */
    private final class Watch implements EndpointReceiver.Watch {
        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread
        public void queued() {
            messages++;
            deadlines.accepted();
            terms.counts().message();
        }

        @Override
        public void refused(SessionFacts session, Refusal refusal) {
            terms.reports().tell(session, refusal);
        }

        @Override
        public void failed(String step, SessionFacts session, RuntimeException cause) {
            terms.counts().failure(step, session, cause);
        }

        @Override
        public boolean wanted() {
            return !retiring;
        }
    }
}
