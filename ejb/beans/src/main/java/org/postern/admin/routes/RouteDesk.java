package org.postern.admin.routes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.OwnMailboxes;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Edits;
import org.postern.config.ReceiverSettings;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptThing;
import org.postern.mail.DomainSet;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.routing.Forecast;
import org.postern.routing.Passage;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredRoute;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.MailboxParser;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What can be done with routes in the database. Each act gives back what was wrong with it; empty if it is done. */
@Desk
@Singleton
public class RouteDesk {
    static final Sentence TOO_LONG = Sentence.form("tooLong", "That is too long.").with();
    private static final Sentence NO_SUCH_ROUTE = Sentence.form("noSuchRoute", "There is no such route.").with();
    private static final Sentence.Form FULL = Sentence.form("manyRoutes", "There are {0} routes already.");
    private static final Sentence.Form SAME = Sentence.form("routeForTheSame",
            "Route {0,number,#}, to {1}, asks for the same recipient, sender and listener. Change that one.");
    private static final Sentence.Form NO_ADDRESS = Sentence.form("forecastOfNoAddress", "Not an address: {0}");
    private static final Sentence.Form NOT_YOURS = Sentence.form("forecastOfOthers", "Not in a domain of yours: {0}");
    private static final Sentence.Form NO_LISTENER = Sentence.form("forecastOfNoListener",
            "There is no listener {0} but {1}.");
    private static final Sentence.Form LINE = Sentence.form("", "{0}: {1}");
    private static final int LONGEST = 330;
    private static final int LONGEST_TARGET = 512;
    private static final int LONGEST_REMARK = 500;

    private final RoutingStore store;
    private final RoutingAssembly assembly;
    private final Forecast forecast;
    private final InstantSource clock;

    @Inject
    public RouteDesk(RoutingStore store, RoutingAssembly assembly, Forecast forecast, InstantSource clock) {
        this.store = store;
        this.assembly = assembly;
        this.forecast = forecast;
        this.clock = clock;
    }

    /** {@return the routes of the database, in their order; for who is limited to some domains, those that name one of them} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<StoredRoute> all() {
        OwnMailboxes own = OwnMailboxes.ofCaller();
        return store.routes().stream().filter(RouteDesk::isShown).map(route -> route.worded(own::in)).toList();
    }

    private static boolean isShown(StoredRoute route) {
        DomainSet domains = Caller.ofWhom();
        return domains.isAll()
                || domains.hasAddress("@" + route.recipient().substring(route.recipient().lastIndexOf('@') + 1));
    }

    /** {@return the route of the database with this id, if it is one of those} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public Optional<StoredRoute> find(long id) {
        return all().stream().filter(route -> route.id() == id).findFirst();
    }

    /** {@return the listeners that a route may name} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<String> listeners() {
        return ReceiverSettings.LISTENERS;
    }

    /** {@return the routes of the file, which come after those, each with its name and what it is for and leads to; none for who is limited} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<Sentence> ofFile() {
        return assembly.file()
                .stream()
                .filter(any -> Caller.ofWhom().isAll())
                .map(route -> LINE.with(route.reason(), route.to().toString()))
                .toList();
    }

    /** Adds a route behind all others. */
    @Acts(value = Role.ADMINISTRATOR, as = "route added", atOnce = true)
    public Optional<Sentence> add(RouteDraft draft, String by) {
        StoredRoute route = draft.toRoute(0, by, clock.instant());
        Optional<Sentence> fault = faultOfNew(route);
        if (fault.isEmpty()) {
            Act.tells(RouteWords.added(route), Act.NOTHING, RouteWords.of(route));
            Edits.tell(Optional.empty(), Optional.of(RouteShelf.thing(route)));
            store.add(route);
        }
        return fault;
    }

    /** Adds a route right before another one. */
    @Acts(value = Role.ADMINISTRATOR, as = "route added", atOnce = true)
    public Optional<Sentence> addBefore(long other, RouteDraft draft, String by) {
        StoredRoute route = draft.toRoute(0, by, clock.instant());
        Optional<Sentence> fault = faultOfNew(route).or(() -> found(find(other).isPresent()));
        if (fault.isEmpty()) {
            Act.tells(RouteWords.added(route), Act.NOTHING,
                    Sentence.joined(", ", List.of(RouteWords.of(route), RouteWords.before(other))));
            Edits.tell(KeptChange.added(RouteShelf.thing(route), RouteShelf.key(store.routes(), other)));
            store.moveBefore(store.add(route), other);
        }
        return fault;
    }

    /** Puts a route behind all others, in place of one that there is. */
    @Acts(value = Role.ADMINISTRATOR, as = "route changed", atOnce = true)
    public Optional<Sentence> putLast(long id, RouteDraft draft, String by) {
        StoredRoute route = draft.toRoute(id, by, clock.instant());
        Act.tells(RouteWords.route(id), before(id),
                Sentence.joined(", ", List.of(RouteWords.of(route), RouteWords.BEHIND_ALL)));
        List<StoredRoute> before = store.routes();
        Optional<Sentence> fault = faultOf(route).or(() -> sameAs(route)).or(() -> found(store.deleteRoute(id)));
        if (fault.isEmpty()) {
            thing(before, id).ifPresent(was -> Edits.tell(KeptChange.removed(was, RouteShelf.next(before, id)),
                    KeptChange.added(RouteShelf.thing(route), "")));
            store.add(route);
        }
        return fault;
    }

    private Optional<Sentence> faultOfNew(StoredRoute route) {
        return store.routes().size() >= RoutingStore.MOST_ROUTES
                ? Optional.of(FULL.with(RoutingStore.MOST_ROUTES))
                : faultOf(route).or(() -> sameAs(route));
    }

    @Acts(value = Role.ADMINISTRATOR, as = "route changed", atOnce = true)
    public Optional<Sentence> change(long id, RouteDraft draft, String by) {
        StoredRoute route = draft.toRoute(id, by, clock.instant());
        Act.tells(RouteWords.route(id), before(id), RouteWords.of(route));
        Edits.tell(thing(store.routes(), id), Optional.of(RouteShelf.thing(route)));
        return faultOf(route).or(() -> sameAs(route)).or(() -> found(store.replace(route)));
    }

    @Acts(value = Role.ADMINISTRATOR, as = "route switched", atOnce = true)
    public Optional<Sentence> enable(long id, boolean whether, String by) {
        return find(id)
                .map(route -> change(id, RouteDraft.of(route).enabled(whether), by))
                .orElse(Optional.of(NO_SUCH_ROUTE));
    }

    /** Lets a route count right before another one. */
    @Acts(value = Role.ADMINISTRATOR, as = "route moved", atOnce = true)
    public Optional<Sentence> moveBefore(long id, long other) {
        Act.tells(RouteWords.route(id), before(id),
                Sentence.joined(", ", List.of(RouteWords.before(other), before(other))));
        if (id == other) {
            Act.didNothing();
            return Optional.empty();
        }
        List<StoredRoute> routes = store.routes();
        thing(routes, id).ifPresent(route -> Edits.tell(
                KeptChange.moved(route, RouteShelf.next(routes, id), RouteShelf.key(routes, other))));
        return found(store.moveBefore(id, other));
    }

    @Acts(value = Role.ADMINISTRATOR, as = "route deleted", atOnce = true)
    public Optional<Sentence> delete(long id) {
        Act.tells(RouteWords.route(id), before(id), Act.NOTHING);
        List<StoredRoute> routes = store.routes();
        thing(routes, id).ifPresent(route -> Edits.tell(KeptChange.removed(route, RouteShelf.next(routes, id))));
        return found(store.deleteRoute(id));
    }

    private static Optional<KeptThing> thing(List<StoredRoute> routes, long id) {
        return routes.stream().filter(route -> route.id() == id).findFirst().map(RouteShelf::thing);
    }

    private Sentence before(long id) {
        return store.routes()
                .stream()
                .filter(route -> route.id() == id)
                .map(RouteWords::of)
                .findFirst()
                .orElse(Act.NOTHING);
    }

    /**
     * {@return where mail would go now, and why, in sentences; or what is wrong with the question}
     *
     * @param sender an address; empty or {@code <>} for the null reverse-path
     * @param listener its name; empty for mail that applications hand in
     */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<Sentence> forecast(String sender, String recipient, String listener) {
        Optional<Mailbox> to = mailbox(recipient);
        Optional<Mailbox> from = mailbox(sender);
        if (to.isEmpty()) {
            return List.of(NO_ADDRESS.with(recipient));
        }
        if (!Caller.ofWhom().has(to.get().domain())) {
            return List.of(NOT_YOURS.with(recipient));
        }
        if (from.isEmpty() && !sender.isEmpty() && !sender.equals("<>")) {
            return List.of(NO_ADDRESS.with(sender));
        }
        if (!listener.isEmpty() && !ReceiverSettings.LISTENERS.contains(listener)) {
            return List.of(NO_LISTENER.with(listener, String.join(", ", ReceiverSettings.LISTENERS)));
        }
        OwnMailboxes own = OwnMailboxes.ofCaller(from.map(Mailbox::toString), List.of());
        return forecast.of(to.get(),
                new Passage(new ReversePath(from), Optional.of(listener).filter(name -> !name.isEmpty())))
                .stream()
                .map(line -> line.worded(own::in))
                .toList();
    }

    private static Optional<Mailbox> mailbox(String text) {
        return MailboxParser.parseInternational(text.strip()).toOptional();
    }

    private static Optional<Sentence> found(boolean found) {
        return found ? Optional.empty() : Optional.of(NO_SUCH_ROUTE);
    }

    /** Of two that ask for the same, the second would never count. One that is disabled may wait to take the other's place. */
    private Optional<Sentence> sameAs(StoredRoute route) {
        String key = route.toRoute().when().key();
        return !route.enabled()
                ? Optional.empty()
                : store.routes()
                        .stream()
                        .filter(other -> other.enabled() && other.id() != route.id() && key(other).equals(key))
                        .findFirst()
                        .map(other -> SAME.with(other.id(), other.target()));
    }

    /** {@return what it asks for; nothing that another asks for, if it is not valid} */
    private static String key(StoredRoute route) {
        return faultOf(route).isEmpty() ? route.toRoute().when().key() : "";
    }

    static Optional<Sentence> faultOf(StoredRoute route) {
        if (route.recipient().length() > LONGEST || route.sender().filter(s -> s.length() > LONGEST).isPresent()
                || route.target().length() > LONGEST_TARGET || route.remark().length() > LONGEST_REMARK) {
            return Optional.of(TOO_LONG);
        }
        try {
            route.toRoute();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(RefusedException.sentenceOf(e));
        }
    }
}
