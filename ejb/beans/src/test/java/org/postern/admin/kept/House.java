package org.postern.admin.kept;

import org.postern.admin.access.AuditLine;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Edit;
import org.postern.admin.access.Role;
import org.postern.admin.access.Said;
import org.postern.admin.access.Told;
import org.postern.admin.audit.AuditLines;
import org.postern.admin.audit.AuditQuery;
import org.postern.admin.audit.Undoing;
import org.postern.admin.parked.SomeDestinations;
import org.postern.admin.routes.AliasDesk;
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.routes.SomeRoutes;
import org.postern.admin.rules.RuleDesk;
import org.postern.admin.rules.SomeRules;
import org.postern.admin.settings.SettingDesk;
import org.postern.admin.settings.SomeSettings;
import org.postern.admin.trust.EntryDesk;
import org.postern.admin.trust.SomeEntries;
import org.postern.config.SettingStore;
import org.postern.delivery.gate.DestinationControls;
import org.postern.reputation.entry.EntryStore;
import org.postern.routing.RoutingStore;
import org.postern.sentence.Sentence;
import org.postern.store.KeptStores;
import org.postern.store.TestDatabase;
import org.postern.trust.rule.RuleStore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** All that is kept in a database, with the desks that change it, and what is kept of each act. */
final class House implements AuditLines {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = () -> NOON;

    final DestinationControls controls;
    final RouteDesk routes;
    final AliasDesk aliases;
    final RuleDesk rules;
    final EntryDesk entries;
    final SettingDesk settings;
    final ConfigurationDesk configuration;
    final Shelves shelves;
    final TakeBackDesk taking;
    private final List<Told> acts = new ArrayList<>();

    House(TestDatabase database) {
        RoutingStore routing = KeptStores.routing(database);
        RuleStore ruling = KeptStores.rules(database);
        EntryStore listing = KeptStores.entries(database);
        SettingStore setting = KeptStores.settings(database);
        settings = SomeSettings.desk(setting, CLOCK);
        controls = KeptStores.controls(database);
        routes = SomeRoutes.desk(routing, CLOCK);
        aliases = SomeRoutes.aliases(routing, CLOCK);
        rules = SomeRules.desk(ruling, CLOCK);
        entries = SomeEntries.desk(listing, CLOCK);
        List<Shelf> all = Stream.concat(SomeRoutes.shelves(routing, CLOCK).stream(),
                Stream.of(SomeSettings.shelf(setting, CLOCK), SomeRules.shelf(ruling, CLOCK),
                        SomeEntries.shelf(listing, CLOCK),
                        SomeDestinations.shelf(controls, CLOCK)))
                .toList();
        shelves = new Shelves(all, KeptStores.hold(database));
        configuration = new ConfigurationDesk(shelves);
        taking = new TakeBackDesk(shelves, this);
    }

    /** Does something, which has to be possible. {@return its key in the audit log} */
    long act(Callable<? extends Optional<?>> something) throws Exception {
        acts.add(Said.told(() -> {
            Optional<?> fault = something.call();
            if (fault.isPresent()) {
                throw new AssertionError(fault.get().toString());
            }
            return fault;
        }));
        return acts.size();
    }

    /** {@return why it cannot be taken back; empty if it was} */
    Optional<String> takeBack(long key) throws Exception {
        return takeBack(key, false);
    }

    /** {@return the same, where it may be meant that nothing is left of some kinds} */
    Optional<String> takeBack(long key, boolean clears) throws Exception {
        List<Optional<String>> fault = new ArrayList<>();
        Told told = new Caller("ann", Role.ADMINISTRATOR)
                .does(() -> Said.told(() -> fault.add(taking.takeBack(key, clears, "ann").map(Sentence::toString))));
        if (fault.getFirst().isEmpty()) {
            acts.add(told);
        }
        return fault.getFirst();
    }

    /** {@return all that is kept, as a file} */
    String file() {
        return configuration.export().text().orElseThrow();
    }

    /** Takes a file in, after a look at the difference. {@return the key in the audit log} */
    long takeIn(String file) throws Exception {
        Preview seen = configuration.preview(file);
        return act(() -> configuration.importAll(file, seen.state(), true, "ann"));
    }

    @Override
    public List<AuditLine> find(AuditQuery query, int limit) {
        return acts.stream().map(Told::line).toList();
    }

    @Override
    public List<Edit> edits(long key, int most) {
        return acts.get((int) key - 1).edits().stream().limit(most).toList();
    }

    @Override
    public Map<Long, Undoing> undoing(Collection<Long> keys) {
        Map<Long, Undoing> found = new HashMap<>();
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).takesBack() > 0) {
                found.put(acts.get(i).takesBack(), Undoing.by(i + 1L));
            }
        }
        return found;
    }
}
