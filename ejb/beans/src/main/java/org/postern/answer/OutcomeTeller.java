package org.postern.answer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.postern.broker.EmbeddedBroker;
import org.postern.broker.JmsMailQueue;
import org.postern.broker.MailCodec;
import org.postern.client.EventNames;
import org.postern.client.PropertyNames;
import org.postern.event.Event;
import org.postern.event.Telling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sends applications what became of what they have handed in. */
@Singleton
public class OutcomeTeller implements JmsMailQueue.Teller {
    /** How long nobody waits again for a place that had no room for long. */
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int MOST_RESTING = 1_000;

    private final ReplyRules rules;
    private final TemporaryPlaces places;
    private final EmbeddedBroker broker;
    private final InstantSource clock;
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    @Inject
    OutcomeTeller(ReplyRules rules, TemporaryPlaces places, EmbeddedBroker broker, InstantSource clock) {
        this.rules = rules;
        this.places = places;
        this.broker = broker;
        this.clock = clock;
    }

    @Override
    public void tell(Session session, Event event) throws JMSException {
        if (event.telling().isPresent()) {
            Telling telling = event.telling().get();
            for (String place : telling.wish().placesFor(telling.outcome())) {
                tell(session, event, telling, place);
            }
        }
    }

    private void tell(Session session, Event event, Telling telling, String text) throws JMSException {
        Optional<ReplyAddress> place = isResting(text)
                ? Optional.empty()
                : ReplyAddress.parse(text, places)
                        .filter(address -> !rules.holdsMail(address) && !isGone(address));
        if (place.isPresent()) {
            for (EventDocument document : EventDocument.of(event, telling)) {
                send(session, place.get(), document);
            }
        }
    }

    /** Whoever sends to a temporary place that is gone makes it anew, for nobody. */
    private boolean isGone(ReplyAddress address) {
        if (address instanceof ReplyAddress.Temporary temporary
                && broker.lacksTemporary(temporary.name(), temporary.isTopic())) {
            places.forget(temporary.name());
            return true;
        }
        return false;
    }

    private boolean isResting(String place) {
        Optional<Instant> until = Optional.ofNullable(resting.get(place));
        boolean rests = until.filter(clock.instant()::isBefore).isPresent();
        if (until.isPresent() && !rests) {
            resting.remove(place, until.get());
        }
        return rests;
    }

    @Override
    public void stuck(Event event) {
        event.telling()
                .stream()
                .flatMap(telling -> telling.wish().placesFor(telling.outcome()).stream())
                .filter(place -> resting.size() < MOST_RESTING)
                .forEach(place -> resting.put(place, clock.instant().plus(REST)));
    }

    /** Sends one document to a place, unless that is gone. */
    void tell(Session session, ReplyAddress address, EventDocument document) throws JMSException {
        if (!isGone(address)) {
            send(session, address, document);
        }
    }

    private static void send(Session session, ReplyAddress address, EventDocument document) throws JMSException {
        TextMessage message = session.createTextMessage(document.text());
        describe(message, document);
        try (MessageProducer producer = session.createProducer(address.in(session))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.send(message);
        }
    }

    static void describe(Message message, EventDocument document) throws JMSException {
        message.setIntProperty(PropertyNames.CONTRACT, PropertyNames.CONTRACT_VERSION);
        message.setStringProperty(PropertyNames.EVENT, document.kind().word());
        message.setStringProperty(PropertyNames.EVENT_KEY, document.key());
        message.setStringProperty(MailCodec.DUPLICATE_KEY, document.key());
        set(message, PropertyNames.RECIPIENT, document.member(EventNames.RECIPIENT));
        set(message, PropertyNames.QUEUE_ID, document.member(EventNames.QUEUE_ID));
        if (document.correlation().isPresent()) {
            message.setJMSCorrelationID(document.correlation().get());
        }
    }

    private static void set(Message message, String property, Optional<String> value) throws JMSException {
        if (value.isPresent()) {
            message.setStringProperty(property, value.get());
        }
    }
}
