package org.postern.admin.routes;

import org.postern.routing.RoutingStore;
import org.postern.routing.StoredAlias;
import org.postern.routing.StoredRoute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Routes and aliases in memory. */
public final class Notebook implements RoutingStore {
    private final List<StoredRoute> routes = new ArrayList<>();
    private final Map<String, StoredAlias> aliases = new TreeMap<>();
    private long more;
    private long last;

    /** Behaves as if there were so many more aliases. */
    void countsMore(long others) {
        more = others;
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public List<StoredRoute> routes() {
        return List.copyOf(routes);
    }

    @Override
    public long add(StoredRoute route) {
        long id = ++last;
        routes.add(new StoredRoute(id, route.enabled(), route.recipient(), route.sender(), route.listener(),
                route.target(), route.closed(), route.remark(), route.changedBy(), route.changedAt()));
        return id;
    }

    @Override
    public boolean replace(StoredRoute route) {
        int place = routes.stream().map(StoredRoute::id).toList().indexOf(route.id());
        return place >= 0 && routes.set(place, route) != null;
    }

    @Override
    public boolean deleteRoute(long id) {
        return routes.removeIf(other -> other.id() == id);
    }

    @Override
    public boolean moveBefore(long id, long other) {
        Optional<StoredRoute> moved = routes.stream().filter(route -> route.id() == id).findFirst();
        Optional<StoredRoute> next = routes.stream().filter(route -> route.id() == other).findFirst();
        if (moved.isEmpty() || next.isEmpty()) {
            return false;
        }
        routes.remove(moved.get());
        routes.add(routes.indexOf(next.get()), moved.get());
        return true;
    }

    @Override
    public void order(List<Long> ids) {
        routes.sort(Comparator.comparing(route -> ids.indexOf(route.id())));
    }

    @Override
    public List<StoredAlias> aliases() {
        return List.copyOf(aliases.values());
    }

    @Override
    public List<StoredAlias> aliasesAfter(String address, int limit) {
        return aliases().stream().filter(alias -> alias.address().compareTo(address) > 0).limit(limit).toList();
    }

    @Override
    public Optional<StoredAlias> alias(String address) {
        return Optional.ofNullable(aliases.get(address));
    }

    @Override
    public long aliasCount() {
        return aliases.size() + more;
    }

    @Override
    public void put(StoredAlias alias) {
        aliases.put(alias.address(), alias);
    }

    @Override
    public boolean deleteAlias(String address) {
        return aliases.remove(address) != null;
    }
}
