package org.postern.store.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredAlias;
import org.postern.routing.StoredRoute;
import org.postern.store.Durable;

import java.util.List;
import java.util.Optional;

/** Routes and aliases in the database. Changes wait for each other at the row of the version. */
@Singleton
public class JpaRoutingStore implements RoutingStore {
    private final EntityManager entities;

    @Inject
    JpaRoutingStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public long version() {
        return entities.createQuery("select v.version from RoutingVersionRow v", Long.class).getSingleResult();
    }

    @Override
    @Transactional
    public List<StoredRoute> routes() {
        return entities.createQuery("select r from RouteRow r order by r.place, r.id", RouteRow.class)
                .setMaxResults(MOST_ROUTES)
                .getResultStream()
                .map(RouteRow::toRoute)
                .toList();
    }

    @Override
    @Transactional
    public List<StoredAlias> aliases() {
        return aliasesAfter("", MOST_ALIASES);
    }

    @Override
    @Transactional
    public List<StoredAlias> aliasesAfter(String address, int limit) {
        return entities.createQuery("select a from AliasRow a where a.address > :address order by a.address",
                AliasRow.class)
                .setParameter("address", address)
                .setMaxResults(limit)
                .getResultStream()
                .map(AliasRow::toAlias)
                .toList();
    }

    @Override
    @Transactional
    public Optional<StoredAlias> alias(String address) {
        return Optional.ofNullable(entities.find(AliasRow.class, address)).map(AliasRow::toAlias);
    }

    @Override
    @Transactional
    public long aliasCount() {
        return entities.createQuery("select count(a) from AliasRow a", Long.class).getSingleResult();
    }

    @Override
    @Durable
    @Transactional
    public long add(StoredRoute route) {
        changed();
        int last = entities.createQuery("select coalesce(max(r.place), 0) from RouteRow r", Integer.class)
                .getSingleResult();
        RouteRow row = new RouteRow(last + 1).take(route);
        entities.persist(row);
        return row.id();
    }

    @Override
    @Durable
    @Transactional
    public boolean replace(StoredRoute route) {
        changed();
        Optional<RouteRow> row = find(route.id());
        row.ifPresent(known -> known.take(route));
        return row.isPresent();
    }

    @Override
    @Durable
    @Transactional
    public boolean deleteRoute(long id) {
        changed();
        Optional<RouteRow> row = find(id);
        row.ifPresent(entities::remove);
        return row.isPresent();
    }

    @Override
    @Durable
    @Transactional
    public boolean moveBefore(long id, long other) {
        changed();
        Optional<RouteRow> row = find(id);
        Optional<RouteRow> next = find(other);
        if (row.isEmpty() || next.isEmpty()) {
            return false;
        }
        int place = next.get().place();
        row.get().moveTo(place);
        entities.flush();
        entities.createQuery("update RouteRow r set r.place = r.place + 1 where r.place >= :place and r.id <> :id")
                .setParameter("place", place)
                .setParameter("id", id)
                .executeUpdate();
        entities.clear();
        return true;
    }

    @Override
    @Durable
    @Transactional
    public void order(List<Long> ids) {
        changed();
        int place = 0;
        for (long id : ids) {
            int behind = ++place;
            find(id).ifPresent(row -> row.moveTo(behind));
        }
    }

    private Optional<RouteRow> find(long id) {
        return Optional.ofNullable(entities.find(RouteRow.class, id));
    }

    @Override
    @Durable
    @Transactional
    public void put(StoredAlias alias) {
        changed();
        entities.merge(new AliasRow(alias));
    }

    @Override
    @Durable
    @Transactional
    public boolean deleteAlias(String address) {
        changed();
        Optional<AliasRow> row = Optional.ofNullable(entities.find(AliasRow.class, address));
        row.ifPresent(entities::remove);
        return row.isPresent();
    }

    private void changed() {
        entities.createQuery("update RoutingVersionRow v set v.version = v.version + 1")
                .setFlushMode(FlushModeType.COMMIT) // not to look through all that an import has changed, thing by thing
                .executeUpdate();
    }
}
