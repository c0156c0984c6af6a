package org.postern.store.parked;

import org.postern.assessment.Assessment;
import org.postern.assessment.QuarantineKind;
import org.postern.event.AddressKey;
import org.postern.event.Sought;
import org.postern.mail.Content;
import org.postern.mail.DomainSet;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.queue.Admission;
import org.postern.queue.DeferralKind;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedQuery.Place;
import org.postern.queue.ParkedSummary;
import org.postern.queue.Quarantined;
import org.postern.queue.QuarantineFilter;
import org.postern.queue.QueuedMail;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.routing.Destination;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.TreeMap;

/** Parked mail for tests. */
final class InMemoryParkedMail implements ParkedMessages, WaitingMail {
    private static final Comparator<Place> ORDER = Comparator
            .comparing((Place place) -> place.due().orElse(Instant.MAX))
            .thenComparing(Place::key);

    private final Map<String, Released> parked = new TreeMap<>();
    private final Set<String> untried = new HashSet<>();

    @Override
    public void park(ParkedMessage message) {
        QueuedMail mail = message.mail();
        Message copy = new Message(mail.message().id(), mail.message().envelope(), copy(mail.message().content()));
        QueuedMail kept = mail.with(copy);
        parked.putIfAbsent(message.key(), new Released(new ParkedMessage(message.key(), kept, message.reason(),
                message.due(), message.queue(), message.lastReply()), Optional.empty()));
    }

    private static Content copy(Content content) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            content.writeTo(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Content.of(octets.toByteArray());
    }

    private Stream<Released> inOrder() {
        return parked.values()
                .stream()
                .sorted(Comparator.comparing((Released one) -> one.message().due().orElse(Instant.MAX))
                        .thenComparing(one -> one.message().key()));
    }

    @Override
    public Looked release(Instant now, int limit, Admission admission, Taker taker) throws QueueUnavailableException {
        List<Released> due = inOrder()
                .filter(one -> one.message().due().filter(time -> !time.isAfter(now)).isPresent())
                .limit(limit)
                .toList();
        List<Released> admitted = new ArrayList<>();
        for (Released one : due) {
            ParkedMessage message = one.message();
            Optional<Instant> later = one.by().isPresent() || message.reason() != ParkedMessage.Reason.DEFERRED
                    ? Optional.empty()
                    : message.mail()
                            .destination()
                            .flatMap(to -> admission.putOff(to, message.mail().lane(), message.mail().arrived(), now));
            later.ifPresentOrElse(time -> putOff(one, time), () -> admitted.add(one));
        }
        return new Looked(forgetAfter(taker, admitted), due.size());
    }

    private void putOff(Released one, Instant time) {
        ParkedMessage message = one.message();
        untried.add(message.key());
        parked.put(message.key(), new Released(new ParkedMessage(message.key(), message.mail(), message.reason(),
                Optional.of(time), message.queue(), message.lastReply()), one.by()));
    }

    @Override
    public int recall(Destination destination, Instant now, int limit) {
        List<Released> waiting = inOrder()
                .filter(one -> one.message().mail().destination().equals(Optional.of(destination)))
                .filter(one -> untried.contains(one.message().key())
                        || DeferralKind.of(one.message().lastReply()) == DeferralKind.NOT_TRIED)
                .filter(one -> one.message().due().filter(due -> due.isAfter(now)).isPresent())
                .limit(limit)
                .toList();
        waiting.forEach(one -> putOff(one, now));
        return waiting.size();
    }

    @Override
    public int drop(Collection<String> keys, Taker taker) throws QueueUnavailableException {
        return forgetAfter(taker, inOrder().filter(one -> keys.contains(one.message().key())).toList());
    }

    private int forgetAfter(Taker taker, List<Released> mail) throws QueueUnavailableException {
        if (!mail.isEmpty()) {
            taker.take(mail);
        }
        mail.forEach(one -> parked.remove(one.message().key()));
        return mail.size();
    }

    @Override
    public int bringForward(Collection<String> keys, Instant now, String by) {
        List<ParkedMessage> found = inOrder().map(Released::message).filter(m -> keys.contains(m.key())).toList();
        found.forEach(m -> parked.put(m.key(), new Released(
                new ParkedMessage(m.key(), m.mail(), m.reason(), Optional.of(now), m.queue(), m.lastReply()),
                Optional.of(by))));
        return found.size();
    }

    @Override
    public int change(Collection<String> keys, UnaryOperator<ParkedMessage> change, String by, Taker teller)
            throws QueueUnavailableException {
        List<Released> changed = inOrder().map(Released::message)
                .filter(m -> keys.contains(m.key()))
                .map(m -> new Released(change.apply(m), Optional.of(by)))
                .toList();
        if (!changed.isEmpty()) {
            teller.take(changed);
        }
        changed.forEach(one -> parked.put(one.message().key(), one));
        return changed.size();
    }

    @Override
    public boolean look(String key, Consumer<ParkedMessage> reader) {
        Optional<Released> found = Optional.ofNullable(parked.get(key));
        found.map(Released::message).ifPresent(reader);
        return found.isPresent();
    }

    @Override
    public List<ParkedSummary> list(ParkedQuery query) {
        return matching(query.filter()).dropWhile(
                m -> query.after().isPresent() && ORDER.compare(place(m), query.after().get()) <= 0)
                .limit(query.limit())
                .map(InMemoryParkedMail::summary)
                .toList();
    }

    private static Optional<Quarantined> quarantined(ParkedMessage message) {
        Assessment found = message.mail().arrival().assessment();
        ShownFields fields = ShownFields.of(message.mail().message().content());
        return message.reason() == ParkedMessage.Reason.QUARANTINED
                ? Optional.of(new Quarantined(QuarantineKind.of(found), found.score(), fields.subject(),
                        fields.author(), Parked.now()))
                : Optional.empty();
    }

    private static boolean isMeant(ParkedMessage message, QuarantineFilter filter) {
        String words = filter.words().toLowerCase(Locale.ROOT);
        return quarantined(message).filter(one -> filter.kind().filter(kind -> kind != one.kind()).isEmpty())
                .filter(one -> Stream.of(one.subject(), one.author(), message.lastReply())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words)))
                .isPresent();
    }

    @Override
    public long octets(ParkedFilter filter) {
        return matching(filter).mapToLong(one -> one.mail().message().content().size()).sum();
    }

    private static Place place(ParkedMessage message) {
        return new Place(message.due(), message.key());
    }

    @Override
    public long count(ParkedFilter filter, int most) {
        return matching(filter).limit(most).count();
    }

    @Override
    public long count(Optional<Destination.Kind> kind, int most) {
        return parked.values()
                .stream()
                .map(one -> one.message()
                        .mail()
                        .destination()
                        .map(Destination::toString)
                        .flatMap(Destination.Kind::ofText))
                .filter(kind::equals)
                .limit(most)
                .count();
    }

    @Override
    public List<String> destinations(String after, int limit) {
        return parked.values()
                .stream()
                .flatMap(one -> one.message().mail().destination().stream())
                .map(Destination::toString)
                .filter(text -> text.compareTo(after) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    private Stream<ParkedMessage> matching(ParkedFilter filter) {
        return inOrder().map(Released::message)
                .filter(m -> filter.reason().filter(reason -> reason != m.reason()).isEmpty())
                .filter(m -> filter.destination()
                        .filter(to -> !m.mail().destination().map(Destination::toString).equals(Optional.of(to)))
                        .isEmpty())
                .filter(m -> filter.kind().filter(kind -> kind != DeferralKind.of(m.lastReply())).isEmpty())
                .filter(m -> filter.arrivedBefore().filter(m.mail().arrived()::isAfter).isEmpty())
                .filter(m -> m.mail().attempts() >= filter.attempts().orElse(0))
                .filter(m -> filter.sender()
                        .filter(from -> !from.equalsIgnoreCase(envelope(m).reversePath().address()))
                        .isEmpty())
                .filter(m -> filter.recipientDomain().filter(domain -> !isTo(m, domain)).isEmpty())
                .filter(m -> filter.quarantine().filter(meant -> !isMeant(m, meant)).isEmpty())
                .filter(m -> isWithin(m, filter.within()))
                .filter(m -> matches(m, filter.sought()));
    }

    private static boolean isWithin(ParkedMessage message, DomainSet domains) {
        return envelope(message).recipients().stream().allMatch(r -> domains.has(r.mailbox().domain()));
    }

    @Override
    public List<String> within(DomainSet domains, Collection<String> keys) {
        return matching(ParkedFilter.everything().within(domains)).map(ParkedMessage::key)
                .filter(keys::contains)
                .toList();
    }

    private static Envelope envelope(ParkedMessage message) {
        return message.mail().message().envelope();
    }

    private static boolean isTo(ParkedMessage message, String domain) {
        return envelope(message).recipients().stream().anyMatch(r -> r.mailbox().domain().key().equals(domain));
    }

    private static boolean matches(ParkedMessage message, Sought sought) {
        Envelope envelope = message.mail().message().envelope();
        List<String> keys = Stream
                .concat(envelope.reversePath().mailbox().stream(), envelope.recipients().stream().map(r -> r.mailbox()))
                .map(mailbox -> AddressKey.of(mailbox.toString()))
                .toList();
        return switch (sought) {
            case Sought.Anything() -> true;
            case Sought.Address(String address) -> keys.contains(AddressKey.of(address));
            case Sought.LocalPart(String localPart) ->
                keys.stream().anyMatch(key -> key.endsWith(AddressKey.ending(localPart)));
            case Sought.DomainName(String domain) -> isIn(keys, domain);
            case Sought.HostName(String name) -> isIn(keys, name);
            case Sought.NullReversePath() -> envelope.reversePath().mailbox().isEmpty();
            case Sought.Client(String address) -> isIn(keys, "[" + address + "]");
            case Sought.MessageId none -> false;
            case Sought.Subject none -> false;
            case Sought.Word(String text) -> keys.stream().anyMatch(key -> key.contains(AddressKey.within(text)))
                    || message.mail().message().id().text().equals(text.toUpperCase(Locale.ROOT));
        };
    }

    private static boolean isIn(List<String> keys, String domain) {
        return keys.stream().anyMatch(key -> key.startsWith(AddressKey.first(domain)));
    }

    private static ParkedSummary summary(ParkedMessage message) {
        QueuedMail mail = message.mail();
        Envelope envelope = mail.message().envelope();
        return new ParkedSummary(message.key(), mail.message().id(), envelope.reversePath().address(),
                envelope.recipients().getFirst().mailbox().toString(), envelope.recipients().size(), message.reason(),
                message.due(), mail.destination().map(Destination::toString), mail.attempts(), mail.arrived(),
                mail.message().content().size(), message.lastReply(), quarantined(message));
    }
}
