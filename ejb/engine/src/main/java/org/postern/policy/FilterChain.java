package org.postern.policy;

import org.postern.assessment.Assessment;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.util.List;

/**
 * The rules in their order. At each step the first that does not accept decides, and its name stands in the reason of the verdict. A filter that fails before the 250 defers: what
 * is not known is not held against the client, and not let pass.
 */
public final class FilterChain {
    /** Told when a filter fails. */
    @FunctionalInterface
    public interface FailureReport {
        void failed(Filter filter, Exception failure);
    }

    private final List<Filter> filters;
    private final List<AtConnect> atConnect;
    private final List<AtHelo> atHelo;
    private final List<AtMail> atMail;
    private final List<AtRcpt> atRcpt;
    private final List<AtContent> atContent;
    private final List<Afterwards> afterwards;
    private final FailureReport failures;

    public FilterChain(List<Filter> filters, FailureReport failures) {
        this.filters = List.copyOf(filters);
        this.failures = failures;
        atConnect = those(AtConnect.class);
        atHelo = those(AtHelo.class);
        atMail = those(AtMail.class);
        atRcpt = those(AtRcpt.class);
        atContent = those(AtContent.class);
        afterwards = those(Afterwards.class);
    }

    private <F extends Filter> List<F> those(Class<F> step) {
        return filters.stream().filter(step::isInstance).map(step::cast).toList();
    }

    public AtCommand connect(SessionFacts session) {
        return first(atConnect, filter -> filter.connect(session));
    }

    public AtCommand helo(SessionFacts session) {
        return first(atHelo, filter -> filter.helo(session));
    }

    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return first(atMail, filter -> filter.mail(session, reversePath, parameters));
    }

    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return first(atRcpt, filter -> filter.rcpt(session, accepted, recipient));
    }

    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        return first(atContent, filter -> filter.content(session, envelope, content, header));
    }

    /** {@return whether a filter is left that wants to judge the message after the 250} */
    public boolean concernsLater(Envelope envelope, HeaderSection header) {
        for (Afterwards filter : afterwards) {
            if (filter.concerns(envelope, header)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the verdict of the filters that were left}
     *
     * @throws IOException when the content cannot be read
     */
    public AfterAcceptance afterwards(Message message, HeaderSection header) throws IOException {
        for (Afterwards filter : afterwards) {
            if (filter.concerns(message.envelope(), header)) {
                AfterAcceptance verdict = filter.judge(message, header);
                if (!(verdict instanceof AfterAcceptance.Accept)) {
                    return by(filter, verdict);
                }
            }
        }
        return AfterAcceptance.ACCEPT;
    }

    /** {@return what the filters have found of a client, nothing decided} */
    public Assessment findings(SessionFacts session) {
        return Assessment.of(filters.stream().flatMap(filter -> filter.finding(session).stream()).toList());
    }

    @FunctionalInterface
    private interface Question<F> {
        AtCommand ask(F filter) throws IOException;
    }

    private <F extends Filter> AtCommand first(List<F> asked, Question<F> question) {
        for (F filter : asked) {
            AtCommand verdict = ask(filter, question);
            if (!(verdict instanceof AtCommand.Accept)) {
                return by(filter, verdict);
            }
        }
        return AtCommand.ACCEPT;
    }

    private <F extends Filter> AtCommand ask(F filter, Question<F> question) {
        try {
            return question.ask(filter);
        } catch (IOException | RuntimeException e) {
            failures.failed(filter, e);
            return new AtCommand.Defer(Replies.LOCAL_ERROR, Reason.seen("the rule failed"));
        }
    }

    private static AtCommand by(Filter filter, AtCommand verdict) {
        return switch (verdict) {
            case AtCommand.Accept accept -> accept;
            case AtCommand.Reject(Reply reply, Reason reason) -> new AtCommand.Reject(reply, reason.by(filter.name()));
            case AtCommand.Defer(Reply reply, Reason reason) -> new AtCommand.Defer(reply, reason.by(filter.name()));
        };
    }

    private static AfterAcceptance by(Filter filter, AfterAcceptance verdict) {
        return switch (verdict) {
            case AfterAcceptance.Accept accept -> accept;
            case AfterAcceptance.Park(Reason reason) -> new AfterAcceptance.Park(reason.by(filter.name()));
            case AfterAcceptance.Discard(Reason reason) -> new AfterAcceptance.Discard(reason.by(filter.name()));
        };
    }
}
