package org.postern.admin.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.broker.DeadLetter;
import org.postern.broker.DeadLetters;
import org.postern.broker.JmsAddress;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.routing.Route;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The queues and topics of applications: those that routes name, those that the broker has, and those by which applications hand mail in. */
@Desk
@Singleton
public class ApplicationDesk {
    /** The longest page. */
    public static final int MAX_LIMIT = 200;
    private static final String QUEUE = "queue:";
    private static final String TOPIC = "topic:";
    /** More than these are not looked into for one page. */
    private static final int LOOKED_INTO = 50;

    private final Figuring figuring;
    private final RoutingStore store;
    private final RoutingAssembly assembly;
    private final DeadLetters letters;
    private final Readers readers;

    @Inject
    ApplicationDesk(Figuring figuring, RoutingStore store, RoutingAssembly assembly, DeadLetters letters,
            Readers readers) {
        this.figuring = figuring;
        this.store = store;
        this.assembly = assembly;
        this.letters = letters;
        this.readers = readers;
    }

    /** {@return whether the broker says what it holds; one that is not within this server does not} */
    @Looks(Role.AUDITOR)
    public boolean isKnown() {
        return figuring.now().known();
    }

    /** {@return those after this name, in the order of their names; at most {@link #MAX_LIMIT}} */
    @Looks(Role.AUDITOR)
    public List<ApplicationView> after(String name, int limit) {
        List<ApplicationView> page = new ArrayList<>();
        for (Map.Entry<String, List<Sentence>> one : named().tailMap(name, false).entrySet()) {
            if (page.size() == Math.clamp(limit, 1, MAX_LIMIT)) {
                break;
            }
            page.add(view(one.getKey(), one.getValue(), page.size() < LOOKED_INTO));
        }
        return page;
    }

    /** {@return one of them} */
    @Looks(Role.AUDITOR)
    public Optional<ApplicationView> find(String name) {
        return Optional.ofNullable(named().get(name)).map(routes -> view(name, routes, true));
    }

    /** {@return the roles that may read it from outside} */
    @Looks(Role.AUDITOR)
    public List<String> roles(String name) {
        return readers.roles(JmsAddress.ofNamed(name));
    }

    /** {@return the accounts of this server that may use it; all of them have the role {@code application}} */
    @Looks(Role.AUDITOR)
    public List<String> accounts(String name) {
        return readers.accounts(name);
    }

    private NavigableMap<String, List<Sentence>> named() {
        NavigableMap<String, List<Sentence>> named = new TreeMap<>();
        QueueReading reading = figuring.now();
        Stream.concat(reading.figures().keySet().stream().filter(name -> isOfApplications(name, reading)),
                Stream.of(QUEUE + MailQueue.SUBMIT, QUEUE + MailQueue.SUBMIT_BULK))
                .forEach(name -> named.put(name, new ArrayList<>()));
        Stream.concat(store.routes().stream().filter(StoredRoute::enabled).flatMap(ApplicationDesk::understood),
                assembly.file().stream())
                .forEach(route -> name(route).ifPresent(
                        name -> named.computeIfAbsent(name, unknown -> new ArrayList<>()).add(route.reason())));
        return named;
    }

    private static boolean isOfApplications(String name, QueueReading reading) {
        return name.startsWith(TOPIC) || (!name.startsWith(QUEUE + MailQueue.OWN)
                && !reading.dead().contains(name.substring(QUEUE.length())));
    }

    private static Stream<Route> understood(StoredRoute route) {
        try {
            return Stream.of(route.toRoute());
        } catch (IllegalArgumentException notUnderstood) {
            return Stream.empty();
        }
    }

    private static Optional<String> name(Route route) {
        String to = route.to().toString();
        return to.startsWith(QUEUE) || to.startsWith(TOPIC) ? Optional.of(to) : Optional.empty();
    }

    private ApplicationView view(String name, List<Sentence> routes, boolean lookedInto) {
        Optional<Figuring.Rate> rate = figuring.rate(name);
        return new ApplicationView(name, routes, figuring.now()
                .of(name)
                .map(held -> new ApplicationView.Held(held.depth(), held.delivering(), held.scheduled(),
                        held.consumers(), held.added(), number(rate.map(Figuring.Rate::in)),
                        number(rate.map(Figuring.Rate::out)),
                        lookedInto && held.depth() > 0 && name.startsWith(QUEUE) ? oldest(name) : Optional.empty())));
    }

    private static OptionalDouble number(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private Optional<Instant> oldest(String name) {
        try {
            return letters.list(name.substring(QUEUE.length()), Optional.empty(), "", 1)
                    .stream()
                    .findFirst()
                    .map(DeadLetter::since);
        } catch (QueueUnavailableException notNow) {
            return Optional.empty();
        }
    }
}
