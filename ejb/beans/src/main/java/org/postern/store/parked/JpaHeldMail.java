package org.postern.store.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import org.postern.assessment.QuarantineKind;
import org.postern.digest.HeldMail;
import org.postern.event.AddressKey;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.smtp.wire.EnvelopeText;
import org.postern.store.Bounded;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mail in quarantine by its recipients, read from where parked mail is kept. What is being released is none of it. */
@Singleton
public class JpaHeldMail implements HeldMail {
    private static final String FROM = " from ParkedMessageRow p, ParkedAddressRow a where a.id.parkedKey = p.key"
            + " and a.recipient = true and p.reason = :reason and p.due = :never and p.quarantined.kind in :kinds"
            + " and p.parkedAt > :since and p.parkedAt <= :until";

    private static final List<QuarantineKind> KINDS = Arrays.stream(QuarantineKind.values())
            .filter(QuarantineKind::isForRecipients)
            .toList();

    private final EntityManager entities;

    @Inject
    JpaHeldMail(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public List<String> recipients(String domain, Window window, String after, int limit) {
        return within(entities.createQuery("select distinct a.id.addressKey" + FROM
                + " and a.id.addressKey >= :first and a.id.addressKey < :end and a.id.addressKey > :after"
                + " order by a.id.addressKey", String.class), window)
                .setParameter("first", AddressKey.first(domain))
                .setParameter("end", AddressKey.end(domain))
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    @Transactional
    public List<Line> of(String recipient, Window window, int limit) {
        return within(entities.createQuery("select new org.postern.store.parked.HeldLine(p.key, p.quarantined.kind,"
                + " p.quarantined.subject, p.quarantined.author, p.parkedAt)" + FROM
                + " and a.id.addressKey = :recipient order by p.parkedAt, p.key", HeldLine.class), window)
                .setParameter("recipient", recipient)
                .setMaxResults(limit)
                .getResultStream()
                .map(HeldLine::toLine)
                .toList();
    }

    @Override
    @Transactional
    public long count(String recipient, Window window) {
        return within(entities.createQuery("select count(*)" + FROM + " and a.id.addressKey = :recipient", Long.class),
                window)
                .setParameter("recipient", recipient)
                .getSingleResult();
    }

    private static <T> TypedQuery<T> within(TypedQuery<T> query, Window window) {
        return query.setParameter("reason", Reason.QUARANTINED)
                .setParameter("never", ParkedMessageRow.NEVER)
                .setParameter("kinds", KINDS)
                .setParameter("since", window.since())
                .setParameter("until", window.until());
    }

    @Override
    @Transactional
    public Optional<Mailbox> spelled(String key, String recipient) {
        return entities.createQuery("select p.envelope from ParkedMessageRow p where p.key = :key", String.class)
                .setParameter("key", key)
                .getResultStream()
                .flatMap(text -> EnvelopeText.parse(text).toOptional().stream())
                .flatMap(envelope -> envelope.recipients().stream())
                .map(Recipient::mailbox)
                .filter(mailbox -> Bounded.address(AddressKey.of(mailbox.toString())).equals(recipient))
                .findFirst();
    }
}
