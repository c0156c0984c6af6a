package org.postern.store.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.delivery.gate.DestinationControl;
import org.postern.delivery.gate.DestinationControls;
import org.postern.store.Durable;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps in the database what people want for destinations. */
@Singleton
public class JpaDestinationControls implements DestinationControls {
    private final EntityManager entities;

    @Inject
    JpaDestinationControls(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public List<DestinationControl> all() {
        return entities
                .createQuery("select c from DestinationControlRow c order by c.destination",
                        DestinationControlRow.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(DestinationControlRow::toControl)
                .toList();
    }

    @Override
    @Durable
    @Transactional
    public void change(String destination, UnaryOperator<DestinationControl> change) {
        Optional<DestinationControlRow> row = Optional.ofNullable(
                entities.find(DestinationControlRow.class, destination, LockModeType.PESSIMISTIC_WRITE));
        DestinationControl before = row.map(DestinationControlRow::toControl)
                .orElseGet(() -> DestinationControl.nothing(destination));
        DestinationControl after = change.apply(before);
        if (after.isIdle()) {
            row.ifPresent(entities::remove);
        } else {
            row.ifPresentOrElse(known -> known.become(after), () -> entities.persist(new DestinationControlRow(after)));
        }
    }
}
