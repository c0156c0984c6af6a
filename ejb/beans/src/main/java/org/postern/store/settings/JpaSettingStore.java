package org.postern.store.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.postern.config.KeptSetting;
import org.postern.config.PastSetting;
import org.postern.config.SettingStore;
import org.postern.store.Durable;

import java.util.List;
import java.util.Optional;

/** Settings in the database. Changes wait for each other at the row of the version. */
@Singleton
public class JpaSettingStore implements SettingStore {
    private final EntityManager entities;

    @Inject
    JpaSettingStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public long version() {
        return entities.createQuery("select v.version from SettingVersionRow v", Long.class).getSingleResult();
    }

    @Override
    @Transactional
    public List<KeptSetting> all() {
        return entities.createQuery("select s from SettingRow s order by s.name", SettingRow.class)
                .getResultStream()
                .map(SettingRow::toSetting)
                .toList();
    }

    @Override
    @Transactional
    public List<PastSetting> past() {
        return entities.createQuery("select p from PastSettingRow p order by p.id", PastSettingRow.class)
                .getResultStream()
                .map(PastSettingRow::toPast)
                .toList();
    }

    @Override
    @Durable
    @Transactional
    public void remember(PastSetting past) {
        changed();
        entities.createQuery("delete from PastSettingRow p where p.name = :name and p.until < :over")
                .setParameter("name", past.key())
                .setParameter("over", past.until().minus(PastSetting.GRACE))
                .executeUpdate();
        entities.persist(new PastSettingRow(past));
    }

    @Override
    @Durable
    @Transactional
    public void put(KeptSetting setting) {
        changed();
        entities.merge(new SettingRow(setting));
    }

    @Override
    @Durable
    @Transactional
    public boolean remove(String key) {
        changed();
        Optional<SettingRow> row = Optional.ofNullable(entities.find(SettingRow.class, key));
        row.ifPresent(entities::remove);
        return row.isPresent();
    }

    private void changed() {
        entities.createQuery("update SettingVersionRow v set v.version = v.version + 1").executeUpdate();
    }
}
