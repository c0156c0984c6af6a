package org.postern.admin.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.routing.Forecast;
import org.postern.routing.Router;
import org.postern.routing.Routing;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.StoredRoute;
import org.postern.routing.Subaddress;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class RouteDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Notebook store = new Notebook();
    private final RoutingAssembly assembly = new RoutingAssembly(List.of(), Subaddress.NONE);
    private final RouteDesk desk = new RouteDesk(store, assembly, new Forecast(this::present,
            new Router(this::present, new Domain("gw.example"), Optional.empty())), () -> NOON);

    private Routing present() {
        return assembly.of(store.routes(), List.of(), problem -> {
        });
    }

    private static RouteDraft draft(String recipient, String target) {
        return new RouteDraft(true, recipient, "", " mx ", target, false, "");
    }

    @Test
    void whatIsWrongIsSaidAndNotKept() {
        assertThat(desk.add(draft("a..b", "mx"), "ann").map(Sentence::toString))
                .hasValueSatisfying(text -> assertThat(text).contains("a..b"));
        assertThat(desk.add(draft("a.example", "smtp:b"), "ann").map(Sentence::toString))
                .hasValueSatisfying(text -> assertThat(text).startsWith("a route leads to"));
        assertThat(desk.add(draft("x".repeat(400) + ".example", "mx"), "ann").map(Sentence::toString))
                .contains("That is too long.");
        assertThat(desk.change(9, draft("a.example", "mx"), "ann").map(Sentence::toString))
                .contains("There is no such route.");
        assertThat(desk.enable(9, true, "ann").map(Sentence::toString)).contains("There is no such route.");
        assertThat(store.routes()).isEmpty();
    }

    private static RouteDraft draft(boolean enabled, String recipient, String sender, String listener) {
        return new RouteDraft(enabled, recipient, sender, listener, "mx", false, "");
    }

    @Test
    void aRouteThatWouldNeverCountIsNotKept() {
        desk.add(draft(true, "a.example", "boss@b.example", "mx"), "ann");
        assertThat(desk.add(draft(true, "A.EXAMPLE", "Boss@b.example", "mx"), "ann").map(Sentence::toString))
                .hasValueSatisfying(text -> assertThat(text).startsWith("Route 1, to mx, asks for the same"));
        assertThat(desk.add(draft(true, "a.example", "boss@b.example", "internal"), "ann")).isEmpty();
        assertThat(desk.add(draft(true, "a.example", "", ""), "ann")).isEmpty();
        assertThat(desk.change(3, draft(true, "a.example", "boss@b.example", "mx"), "ann")).isPresent();
        assertThat(desk.change(3, draft(true, "a.example", "", ""), "ann")).isEmpty();
    }

    @Test
    void oneThatIsDisabledMayWaitToTakeTheOthersPlace() {
        desk.add(draft(true, "a.example", "", ""), "ann");
        assertThat(desk.add(draft(false, "a.example", "", ""), "ann")).isEmpty();
        assertThat(desk.enable(2, true, "ann")).isPresent();
        desk.enable(1, false, "ann");
        assertThat(desk.enable(2, true, "ann")).isEmpty();
    }

    @Test
    void whoIsLimitedToSomeDomainsSeesTheirRoutesAlone() throws Exception {
        desk.add(draft(true, "A.example", "", ""), "ann");
        desk.add(draft(true, "x@a.example", "", ""), "ann");
        desk.add(draft(true, "b.example", "", ""), "ann");
        desk.add(draft(true, ".a.example", "", ""), "ann");
        desk.add(draft(true, "*", "", ""), "ann");
        Caller limited = new Caller("ann", Role.AUDITOR, DomainSet.ofText("a.example"));
        assertThat(limited.does(desk::all)).extracting(StoredRoute::recipient)
                .containsExactly("A.example", "x@a.example");
        assertThat(limited.does(() -> desk.find(1))).isPresent();
        assertThat(limited.does(() -> desk.find(3))).isEmpty();
        assertThat(limited.does(() -> desk.forecast("", "y@b.example", "")))
                .map(Sentence::toString)
                .containsExactly("Not in a domain of yours: y@b.example");
        assertThat(limited.does(() -> desk.forecast("", "y@a.example", "")).toString()).contains("route 1");
    }

    @Test
    void nobodyElseIsNamedToThemByWhatWasRemarked() throws Exception {
        desk.add(new RouteDraft(true, "a.example", "", "", "mx", false, "as boss@b.example wants for x@a.example"),
                "ann");
        Caller limited = new Caller("ann", Role.AUDITOR, DomainSet.ofText("a.example"));
        assertThat(limited.does(desk::all)).extracting(StoredRoute::remark)
                .containsExactly("as […] wants for x@a.example");
        assertThat(limited.does(() -> desk.find(1)).orElseThrow().remark()).doesNotContain("boss");
        assertThat(desk.all()).extracting(StoredRoute::remark).contains("as boss@b.example wants for x@a.example");
    }

    @Test
    void aListenerThatThereIsNotIsNamedWithThoseThatThereAre() {
        assertThat(desk.add(draft(true, "a.example", "", "mxx"), "ann").map(Sentence::toString))
                .contains("there is no listener mxx but mx, submission, submissions, lmtp, internal");
        assertThat(desk.forecast("", "x@a.example", "mxx")).map(Sentence::toString)
                .containsExactly(
                        "There is no listener mxx but mx, submission, submissions, lmtp, internal.");
        assertThat(store.routes()).isEmpty();
    }

    @Test
    void whatIsRightIsKeptWithTheNameOfWhoWroteIt() {
        assertThat(desk.add(draft(" a.example ", "mx"), "ann")).isEmpty();
        assertThat(store.routes()).containsExactly(new StoredRoute(1, true, "a.example", Optional.empty(),
                Optional.of("mx"), "mx", false, "", "ann", NOON));
        assertThat(desk.enable(1, false, "bob")).isEmpty();
        assertThat(store.routes()).extracting(StoredRoute::enabled, StoredRoute::changedBy)
                .containsExactly(tuple(false, "bob"));
    }

    @Test
    void whereMailWouldGoIsToldInSentences() {
        desk.add(draft("a.example", "queue:orders"), "ann");
        assertThat(desk.forecast("me@home.example", "x@a.example", "mx")).map(Sentence::toString)
                .containsExactly("taken from everyone",
                        "mail from <me@home.example> for x@a.example to queue:orders: route 1 (to a.example by mx)");
        assertThat(desk.forecast("", "x@b.example", "")).map(Sentence::toString)
                .containsExactly(
                        "taken from trusted clients and users alone: b.example is not our own",
                        "mail from <> for x@b.example to mx:b.example: no route: the hosts of its domain");
        assertThat(desk.forecast("", "nobody", "")).map(Sentence::toString).containsExactly("Not an address: nobody");
    }
}
