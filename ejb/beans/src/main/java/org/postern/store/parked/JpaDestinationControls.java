package org.postern.store.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.delivery.gate.DestinationControl;
import org.postern.delivery.gate.DestinationControls;
import org.postern.store.Durable;

import java.util.List;

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
    public void set(DestinationControl control) {
        if (control.isIdle()) {
            entities.createQuery("delete from DestinationControlRow c where c.destination = :destination")
                    .setParameter("destination", control.destination())
                    .executeUpdate();
        } else {
            entities.merge(new DestinationControlRow(control));
        }
    }
}
