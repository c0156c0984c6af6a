package org.postern.admin.trace;

import org.postern.admin.access.Caller;
import org.postern.admin.access.OwnMailboxes;
import org.postern.event.Event;
import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.Trace;
import org.postern.event.TracedLine;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.mail.DomainSet;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What of a message whoever asks may see. Of mail from their own domains all; of other mail what is about recipients in their own domains, as if there were
 * no others; nothing where there are none.
 */
final class SeenMail {
    private final Trace trace;

    SeenMail(Trace trace) {
        this.trace = trace;
    }

    /** {@return the line as it is seen} It is one of those that are. */
    TracedLine of(TracedLine line) {
        TracedMessage message = line.message();
        if (isWhole(message)) {
            return line;
        }
        List<TracedRecipient> all = message.recipients() < 2 ? List.of() : trace.recipients(message.key());
        return new TracedLine(all.isEmpty() ? message : of(message, recipients(message)),
                line.recipient().map(one -> one.worded(words(message, all))), line.sought());
    }

    /** {@return the message as it is seen; empty if it is not} */
    Optional<TracedMessage> of(TracedMessage message) {
        if (isWhole(message)) {
            return Optional.of(message);
        }
        List<TracedRecipient> own = recipients(message);
        return own.isEmpty() ? Optional.empty() : Optional.of(of(message, own));
    }

    private static TracedMessage of(TracedMessage message, List<TracedRecipient> own) {
        List<Progress> come = own.stream().map(TracedRecipient::progress).toList();
        return new TracedMessage(message.key(), message.queueId(), message.session(), message.arrived(),
                message.changed(), message.reversePath(), message.size(), Progress.of(come), own.size(),
                own.stream().map(TracedRecipient::address).findFirst(), Fate.of(come), message.subject());
    }

    /** {@return how the words about a message are read, which is not shown whole} */
    private static UnaryOperator<String> words(TracedMessage message, List<TracedRecipient> all) {
        return OwnMailboxes.ofCaller(message.reversePath(), all.stream().map(TracedRecipient::address).toList())::in;
    }

    /** {@return the recipients of a message who are seen} */
    List<TracedRecipient> recipients(TracedMessage message) {
        List<TracedRecipient> all = trace.recipients(message.key());
        if (isWhole(message)) {
            return all;
        }
        DomainSet domains = Caller.ofWhom();
        UnaryOperator<String> words = words(message, all);
        return all.stream().filter(one -> domains.hasAddress(one.address())).map(one -> one.worded(words)).toList();
    }

    /** {@return the steps that are seen, each of them about the recipients who are, its words without the mailboxes of others} */
    List<Event> story(TracedMessage message) {
        List<Event> all = trace.story(message.key());
        if (isWhole(message)) {
            return all;
        }
        UnaryOperator<String> words = words(message, trace.recipients(message.key()));
        return all.stream().flatMap(event -> of(event).stream()).map(event -> event.worded(words)).toList();
    }

    private static Optional<Event> of(Event event) {
        DomainSet domains = Caller.ofWhom();
        List<String> own = event.recipients().stream().filter(domains::hasAddress).toList();
        return own.isEmpty() && !event.recipients().isEmpty()
                ? Optional.empty()
                : Optional.of(event.withRecipients(own));
    }

    private static boolean isWhole(TracedMessage message) {
        DomainSet domains = Caller.ofWhom();
        return domains.isAll() || message.reversePath().filter(domains::hasAddress).isPresent();
    }
}
