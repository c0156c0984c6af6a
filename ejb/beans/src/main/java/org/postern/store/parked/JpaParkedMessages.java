package org.postern.store.parked;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.event.AddressKey;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.store.Bounded;
import org.postern.store.Checkpoint;
import org.postern.store.Durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parks mail in the database, in a transaction of its own. Others ask {@link ProvenParkedMessages}. */
@Singleton
@Typed(JpaParkedMessages.class)
public class JpaParkedMessages implements ParkedMessages {
    private final EntityManager entities;
    private final Checkpoint checkpoint;

    @Inject
    JpaParkedMessages(EntityManager entities, Checkpoint checkpoint) {
        this.entities = entities;
        this.checkpoint = checkpoint;
    }

    @Override
    @Durable
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void park(ParkedMessage message) {
        add(message);
    }

    /** Parks as {@link #park} does; {@return whether it was not parked before, as it is when a crash has come between this and the acknowledgement} */
    @Durable
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean add(ParkedMessage message) {
        if (entities.find(ParkedMessageRow.class, message.key()) != null) {
            return false;
        }
        entities.persist(new ParkedMessageRow(message));
        addresses(message.key(), message.mail().message().envelope()).forEach(entities::persist);
        entities.flush();
        try {
            new PacedParts(entities, ParkedPartRow.TABLE, checkpoint::writeCommitted).write(
                    message.mail().message().content(),
                    (number, octets) -> new ParkedPartRow(message.key(), number, octets));
        } catch (IOException e) {
            throw new UncheckedIOException("the content to be parked cannot be read", e);
        }
        return true;
    }

    /** {@return whether mail is parked under this key} */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean holds(String key) {
        return entities.find(ParkedMessageRow.class, key) != null;
    }

    /** {@return what it is found by; an address that is both sender and recipient is a recipient's} */
    static List<ParkedAddressRow> addresses(String key, Envelope envelope) {
        Map<String, Boolean> keys = new LinkedHashMap<>();
        envelope.reversePath().mailbox().ifPresent(sender -> keys.put(found(sender), false));
        envelope.recipients().forEach(recipient -> keys.put(found(recipient.mailbox()), true));
        return keys.entrySet()
                .stream()
                .map(address -> new ParkedAddressRow(key, address.getKey(), address.getValue()))
                .toList();
    }

    private static String found(Mailbox mailbox) {
        return Bounded.address(AddressKey.of(mailbox.toString()));
    }
}
