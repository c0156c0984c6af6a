package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.AuditInMemory;
import org.postern.admin.access.Caller;
import org.postern.admin.access.NotAllowedException;
import org.postern.admin.access.Role;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.event.Sought;
import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueIds;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.routing.Destination;
import org.postern.store.parked.ManyParked;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/** What somebody sees of waiting mail, and does to it, who is limited to one.example. */
class OfDomainsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final DomainSet DOMAINS = DomainSet.ofText("one.example");
    private static final Caller LIMITED = new Caller("ann", Role.OPERATOR, DOMAINS);
    private static final Caller EVERYWHERE = new Caller("bob", Role.OPERATOR);
    private static final String OWN = "own";
    private static final String MIXED = "mixed";
    private static final String OTHER = "other";

    private final ManyParked parked = new ManyParked();
    private final ParkedActs acts = new ParkedActs(parked.waiting(), null, null, null, null, CLOCK);
    private final ParkedMail mail = new ParkedMail(parked.waiting(), acts, null, null);
    private final List<Runnable> begun = new ArrayList<>();
    private final Operations operations = new Operations(
            (ManagedExecutorService) Proxy.newProxyInstance(ManagedExecutorService.class.getClassLoader(),
                    new Class<?>[]{ManagedExecutorService.class}, (proxy, method, arguments) -> {
                        begun.add((Runnable) arguments[0]);
                        return null;
                    }),
            parked.waiting(), acts, queue -> OptionalLong.of(0), new Settings(SettingsCatalogue.ALL, Map.of()),
            new QueueIds(CLOCK, new Random(1)), new AuditInMemory(), (caller, needed) -> true, CLOCK);

    @BeforeEach
    void park() {
        parked.quarantineBy("score", OWN, "a@one.example");
        parked.quarantineBy("score", MIXED, "a@one.example", "b@two.example");
        parked.quarantineBy("score", OTHER, "b@two.example");
    }

    private static <T> T limited(Callable<T> something) throws Exception {
        return LIMITED.does(something);
    }

    private List<String> released() {
        return parked.waiting()
                .list(ParkedQuery.first(10))
                .stream()
                .filter(one -> one.due().isPresent())
                .map(ParkedSummary::key)
                .toList();
    }

    @Test
    void listsAndCountsHaveNothingElse() throws Exception {
        assertThat(limited(() -> mail.list(ParkedQuery.first(10)))).extracting(ParkedSummary::key)
                .containsExactly(OWN);
        assertThat(limited(() -> mail.find(ParkedQuery.first(1))).total()).isEqualTo(1);
        assertThat(limited(() -> mail.count(ParkedFilter.everything()))).isEqualTo(1);
        assertThat(limited(() -> mail.count(ParkedFilter.everything().toDomain("two.example"), 5))).isZero();
        assertThat(limited(mail::counts)).isEqualTo(Map.of(Reason.QUARANTINED, 1L));
        assertThat(limited(() -> mail.list(ParkedQuery.first(10).by(new Sought.Address("b@two.example"))))).isEmpty();
        assertThat(EVERYWHERE.does(() -> mail.count(ParkedFilter.everything()))).isEqualTo(3);
    }

    @Test
    void nothingElseIsThereByItsKey() throws Exception {
        for (String key : List.of(MIXED, OTHER, "none")) {
            assertThat(limited(() -> mail.line(key))).as(key).isEmpty();
            assertThat(limited(() -> mail.look(key))).as(key).isEmpty();
            assertThat(limited(() -> mail.read(key))).as(key).isEmpty();
            assertThat(limited(() -> mail.obstacle(key))).as(key).isEmpty();
        }
        assertThat(limited(() -> mail.line(OWN))).isPresent();
        assertThat(limited(() -> mail.look(OWN))).isPresent();
    }

    @Test
    void nobodyElseIsNamedByWhatWasSaid() throws Exception {
        parked.said("said", "550 a@one.example is now <boss@two.example>", "a@one.example");
        String seen = "550 a@one.example is now <[…]>";
        assertThat(limited(() -> mail.list(ParkedQuery.first(10)))).extracting(ParkedSummary::lastReply).contains(seen);
        assertThat(limited(() -> mail.find(ParkedQuery.first(10)).items()).toString()).doesNotContain("boss");
        assertThat(limited(() -> mail.line("said")).orElseThrow().lastReply()).isEqualTo(seen);
        assertThat(limited(() -> mail.look("said")).orElseThrow().lastReply()).isEqualTo(seen);
        assertThat(limited(() -> mail.read("said")).orElseThrow().lastReply()).isEqualTo(seen);
        assertThat(EVERYWHERE.does(() -> mail.line("said")).orElseThrow().lastReply()).contains("boss@two.example");
    }

    @Test
    void nothingElseIsDoneToByItsKey() throws Exception {
        int done = limited(() -> mail.now(new ParkedAct.RetryNow(), List.of(OTHER, MIXED, OWN), "ann"));
        assertThat(done).isEqualTo(1);
        assertThat(released()).containsExactly(OWN);
    }

    @Test
    void whatIsDoneToManyEndsAtTheirDomains() throws Exception {
        limited(() -> operations.begin(new ParkedAct.RetryNow(), new Selection.Matching(ParkedFilter.everything()),
                "ann"));
        limited(() -> operations.begin(new ParkedAct.RetryNow(), new Selection.These(List.of(MIXED, OTHER)), "ann"));
        begun.forEach(Runnable::run);
        assertThat(released()).containsExactly(OWN);
        assertThat(limited(operations::all)).extracting(OperationView::done).containsExactly(1L, 0L);
    }

    @Test
    void operationsOfOthersAreNotThere() throws Exception {
        String id = EVERYWHERE.does(() -> operations.begin(new ParkedAct.RetryNow(),
                new Selection.Matching(ParkedFilter.everything()), "bob")).orElseThrow().id();
        assertThat(limited(operations::all)).isEmpty();
        assertThat(limited(() -> operations.find(id))).isEmpty();
        assertThat(limited(() -> operations.cancel(id))).isFalse();
        assertThat(limited(() -> operations.isAwaited("ann"))).isFalse();
        assertThat(EVERYWHERE.does(operations::all)).hasSize(1);
    }

    @Test
    void whatOthersWouldFeelIsNotDone() {
        for (ParkedAct act : List.of(new ParkedAct.ReleaseAsHam(), new ParkedAct.DropAsSpam(), new ParkedAct.Forget(),
                new ParkedAct.ReleaseAndAllow(), new ParkedAct.DropAndBlock(),
                new ParkedAct.RedirectTo(Destination.parse("mx:elsewhere.example")),
                new ParkedAct.ReplaceRecipient(new Mailbox("b", new Domain("two.example"))))) {
            assertThatExceptionOfType(NotAllowedException.class).as(act.said().toString())
                    .isThrownBy(() -> limited(() -> mail.now(act, List.of(OWN), "ann")));
            assertThatExceptionOfType(NotAllowedException.class).as(act.said().toString())
                    .isThrownBy(() -> limited(
                            () -> operations.begin(act, new Selection.These(List.of(OWN)), "ann")));
        }
        assertThat(released()).isEmpty();
    }
}
