package org.postern.admin.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.NotAllowedException;
import org.postern.admin.access.Role;
import org.postern.admin.routes.RouteDraft;
import org.postern.admin.trust.EntryDraft;
import org.postern.config.rule.RuleText;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;
import org.postern.store.TestDatabase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** What was changed can be put back as it was, by another act, unless it was changed since. */
class TakesBackTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private final House house = new House(DATABASE);

    @BeforeEach
    void fill() {
        DATABASE.empty();
        for (String name : List.of("a", "b", "c")) {
            house.routes.add(route(name + ".example", "mx"), "ann");
            house.rules.add(rule(name, "accept"), "ann");
        }
        house.aliases.put("x@a.example", List.of("ann@a.example"), "", true, "", "ann");
        house.entries.add(new EntryDraft(Effect.ALLOW, "a.example", "", "", "30d"), "ann");
        house.settings.put("rate.messages", "5", 0, "ann");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static RouteDraft route(String recipient, String target) {
        return new RouteDraft(true, recipient, "", "", target, false, "");
    }

    private static RuleText rule(String name, String action) {
        return RuleText.of("name=" + name + "\naction=" + action);
    }

    private long routeId(int place) {
        return house.routes.all().get(place).id();
    }

    private long ruleId(int place) {
        return house.rules.all().get(place).id();
    }

    private long entryId() {
        return Long.parseLong(house.entries.after(0, 1).getFirst().entry().key());
    }

    private List<Callable<? extends Optional<?>>> acts() {
        return List.of(() -> house.routes.add(route("d.example", "mx"), "ann"),
                () -> house.routes.addBefore(routeId(1), route("d.example", "mx"), "ann"),
                () -> house.routes.putLast(routeId(0), route("d.example", "discard"), "ann"),
                () -> house.routes.change(routeId(1), route("e.example", "discard"), "ann"),
                () -> house.routes.enable(routeId(1), false, "ann"),
                () -> house.routes.moveBefore(routeId(2), routeId(0)), () -> house.routes.delete(routeId(1)),
                () -> house.routes.delete(routeId(2)),
                () -> house.aliases.put("x@a.example", List.of("bob@a.example"), "o@a.example", false, "why", "ann"),
                () -> house.aliases.add("y@a.example", List.of("bob@a.example"), "", true, "", "ann"),
                () -> house.aliases.delete("x@a.example"), () -> house.rules.add(rule("d", "refuse"), "ann"),
                () -> house.rules.change(ruleId(1), rule("e", "refuse"), "ann"),
                () -> house.rules.enable(ruleId(1), false, "ann"),
                () -> house.rules.moveBefore(ruleId(2), ruleId(0)), () -> house.rules.delete(ruleId(0)),
                () -> house.entries.add(new EntryDraft(Effect.BLOCK, "192.0.2.1", "", "", ""), "ann"),
                () -> house.entries.change(entryId(), new EntryDraft(Effect.BLOCK, "b.example", "", "x", ""), "ann"),
                () -> house.entries.remove(entryId()), () -> house.settings.put("trust.refuse", "15", 0, "ann"),
                () -> house.settings.put("rate.messages", "7", 0, "ann"),
                () -> house.settings.reset("rate.messages", 0));
    }

    @Test
    void whatKeepsSomethingForAShorterTimeIsNotPutBackUnseen() throws Exception {
        house.act(() -> house.settings.put("trace.retention", "1d", 7, "ann"));
        long key = house.act(() -> house.settings.put("trace.retention", "2d", 7, "ann"));
        assertThat(house.takeBack(key).orElseThrow()).contains("7 would be deleted", "Nothing is changed");
        assertThat(house.file()).contains("2d");
        assertThat(house.takeBack(key, true)).isEmpty();
        assertThat(house.file()).contains("1d");
    }

    @Test
    void whatAnImportWouldTakeAwayWithItIsSaidBeforeItIsTakenBackAndHasToBeMeant() throws Exception {
        house.settings.put("trace.retention", "9d", 7, "ann");
        String all = house.file();
        house.takeIn("");
        house.settings.put("trace.retention", "1d", 7, "ann");
        String before = house.file();
        long taken = house.takeIn(all);
        Preview seen = house.taking.preview(taken);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.summary()).hasToString("0 added, 1 changed, 0 moved, 9 removed");
        assertThat(seen.lost()).extracting(Sentence::toString).containsExactly("route", "alias", "rule", "list entry");
        assertThat(seen.warnings()).singleElement().asString().contains("7 would be deleted");
        assertThat(house.takeBack(taken).orElseThrow()).startsWith("Nothing of this kind would be left: route, alias")
                .contains("7 would be deleted", "Nothing is changed");
        assertThat(house.file()).isNotEqualTo(before);
        assertThat(house.takeBack(taken, true)).isEmpty();
        assertThat(house.file()).isEqualTo(before);
        assertThat(house.taking.preview(taken).problems()).extracting(flaw -> flaw.message().toString())
                .containsExactly("It was taken back already.");
    }

    @Test
    void eachActIsTakenBackAndThatToo() throws Exception {
        String before = house.file();
        int at = 0;
        for (Callable<? extends Optional<?>> act : acts()) {
            fillAnew(before);
            long done = house.act(act);
            String after = house.file();
            assertThat(after).as("act " + at).isNotEqualTo(before);
            assertThat(house.takeBack(done)).as("act " + at).isEmpty();
            assertThat(house.file()).as("act " + at).isEqualTo(before);
            assertThat(house.takeBack(done)).contains("It was taken back already.");
            assertThat(house.takeBack(done + 1)).as("act " + at).isEmpty();
            assertThat(house.file()).as("act " + at++).isEqualTo(after);
        }
    }

    private void fillAnew(String file) throws Exception {
        if (!house.file().equals(file)) {
            house.takeIn(file);
        }
    }

    @Test
    void whatWasChangedSinceStaysAndItIsSaidWhy() throws Exception {
        long changed = house.act(() -> house.routes.change(routeId(0), route("a.example", "queue:a"), "ann"));
        house.routes.change(routeId(0), route("a.example", "queue:b"), "bob");
        assertThat(house.takeBack(changed)).contains("The route a.example was changed since.");
        long deleted = house.act(() -> house.routes.delete(routeId(1)));
        house.routes.add(route("b.example", "discard"), "bob");
        assertThat(house.takeBack(deleted)).contains("There is another route b.example by now.");
        long moved = house.act(() -> house.rules.moveBefore(ruleId(2), ruleId(0)));
        house.rules.moveBefore(ruleId(2), ruleId(1));
        assertThat(house.takeBack(moved).orElseThrow()).contains("was moved since");
        long gone = house.act(() -> house.routes.delete(routeId(0)));
        house.routes.delete(routeId(0));
        assertThat(house.takeBack(gone).orElseThrow()).contains("stood before c.example, which is there no more");
        assertThat(house.routes.all()).extracting(StoredRoute::target).containsExactly("discard");
    }

    @Test
    void aRouteThatWouldNeverCountDoesNotComeBack() throws Exception {
        long off = house.act(() -> house.routes.enable(routeId(0), false, "ann"));
        house.routes.add(route("A.example", "discard"), "bob");
        assertThat(house.takeBack(off)).contains("There is another route by now that is for the same.");
    }

    @Test
    void whatIsNotKeptIsNotTakenBackAndItIsSaidWhy() throws Exception {
        long nothing = house.act(Optional::empty);
        assertThat(house.takeBack(nothing).orElseThrow()).startsWith("It cannot be taken back: that is possible for");
    }

    @Test
    void onlyWhatWouldBeTakenBackIsOffered() throws Exception {
        long changed = house.act(() -> house.routes.change(routeId(0), route("a.example", "queue:a"), "ann"));
        long again = house.act(() -> house.routes.change(routeId(0), route("a.example", "queue:b"), "bob"));
        long listed = house.act(() -> house.entries.add(new EntryDraft(Effect.BLOCK, "192.0.2.1", "", "", ""), "op"));
        long nothing = house.act(Optional::empty);
        List<Long> all = List.of(changed, again, listed, nothing);
        assertThat(offered(Role.ADMINISTRATOR, all)).containsExactlyInAnyOrder(again, listed);
        assertThat(offered(Role.OPERATOR, all)).containsExactly(listed);
        assertThat(offered(Role.AUDITOR, all)).isEmpty();
        assertThat(house.takeBack(again)).isEmpty();
        assertThat(offered(Role.ADMINISTRATOR, all)).containsExactlyInAnyOrder(changed, listed);
        long emptied = house.takeIn("");
        assertThat(offered(Role.ADMINISTRATOR, List.of(changed, listed, emptied))).containsExactly(emptied);
        assertThat(offered(Role.OPERATOR, List.of(emptied))).isEmpty();
    }

    private Set<Long> offered(Role role, List<Long> keys) throws Exception {
        return new Caller("somebody", role).does(() -> house.taking.possible(keys));
    }

    @Test
    void nobodyTakesBackWhatTheRoleMayNotDo() throws Exception {
        long act = house.act(() -> house.routes.delete(routeId(0)));
        TakeBackDesk desk = new TakeBackDesk(house.shelves, house);
        assertThatThrownBy(() -> new Caller("op", Role.OPERATOR).does(() -> desk.takeBack(act, false, "op")))
                .isInstanceOf(NotAllowedException.class);
        long listed = house.act(() -> house.entries.add(new EntryDraft(Effect.BLOCK, "192.0.2.1", "", "", ""), "op"));
        assertThat(new Caller("op", Role.OPERATOR).does(() -> desk.isForCaller(act))).isFalse();
        assertThat(new Caller("op", Role.OPERATOR).does(() -> desk.isForCaller(listed))).isTrue();
        assertThat(new Caller("watch", Role.AUDITOR).does(() -> desk.isForCaller(listed))).isFalse();
        assertThat(new Caller("op", Role.OPERATOR).does(() -> desk.takeBack(listed, false, "op"))).isEmpty();
    }
}
