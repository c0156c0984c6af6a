package org.postern.admin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.AuditInMemory;
import org.postern.admin.access.AuditLine;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Guarded;
import org.postern.admin.access.NotAllowedException;
import org.postern.admin.access.Role;
import org.postern.admin.parked.Operations;
import org.postern.admin.parked.SomeOperations;
import org.postern.config.rule.TlsPolicy;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.OwnHosts;
import org.postern.delivery.probe.MailProbe;
import org.postern.delivery.probe.Probed;
import org.postern.delivery.tls.ConfiguredTlsPolicies;
import org.postern.limit.BusyException;
import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.mail.QueueIds;
import org.postern.net.Logins;
import org.postern.net.SessionPool;
import org.postern.routing.Router;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.Subaddress;
import org.postern.smtp.client.Timeouts;
import org.postern.store.KeptStores;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Who may have servers asked, and how many at a time. What is asked is inside, where no route leads, so that no connection is opened. */
class ProbeDeskTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final String INSIDE = "127.0.0.1";

    private final SomeOperations operations = new SomeOperations(CLOCK);
    private final AuditInMemory audit = new AuditInMemory();
    private final Guarded guarded = new Guarded(audit, CLOCK);
    private final ProbeDesk desk = desk();

    private ProbeDesk desk() {
        SessionPool.Settings sessions = new SessionPool.Settings("gateway.example.org", Duration.ofSeconds(5),
                Timeouts.all(Duration.ofSeconds(5)), Duration.ofSeconds(5), 1, Duration.ofMinutes(5), Optional.empty());
        HostFinder hosts = new HostFinder(null, new Random(1), new HostHealth(CLOCK, Duration.ofMinutes(1)),
                new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 5));
        Logins logins = new Logins(List.of(), CLOCK);
        MailProbe probe = new MailProbe(hosts,
                witness -> SessionPool.inquiring(sessions, logins, CLOCK, witness),
                ConfiguredTlsPolicies.usual(TlsPolicy.MAY), CLOCK, new QueueIds(CLOCK, new Random(1)));
        RoutingAssembly assembly = new RoutingAssembly(List.of(), Subaddress.NONE);
        Router router = new Router(() -> assembly.of(List.of(), List.of(), problem -> {
        }), new Domain("gw.example"), Optional.empty());
        return new ProbeDesk(probe, router, KeptStores.routing(DATABASE), assembly, operations.desk(),
                new Settings(SettingsCatalogue.ALL, Map.of()), CLOCK);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private ProbeView begin(Caller caller) throws Exception {
        return (ProbeView) caller.does(() -> guarded.call(desk, "begin", "", INSIDE));
    }

    private ProbeView begin(String person) throws Exception {
        return begin(new Caller(person, Role.OPERATOR));
    }

    private void isTold(String person, String words) {
        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> begin(person)).withMessageContaining(words);
    }

    @Test
    void aPersonHasServersAskedOnceAtATime() throws Exception {
        ProbeView first = begin("ann");
        assertThat(first.isOver()).isFalse();
        isTold("ann", "You are asking servers already");
        operations.goesOn();
        assertThat(desk.find(first.id()).orElseThrow().result()).map(Probed::verdict)
                .contains(Probed.Verdict.UNKNOWN);
        assertThat(begin("ann").isOver()).isFalse();
    }

    @Test
    void twoAtAllHaveServersAskedAtATime() throws Exception {
        begin("ann");
        begin("bob");
        isTold("cora", "Others are asking servers");
        operations.goesOn();
        begin("cora");
        isTold("ann", "Others are asking servers");
        assertThat(audit.lines()).extracting(AuditLine::person).containsExactly("ann", "bob", "cora");
    }

    @Test
    void whatDoesNotBeginKeepsNobodyFromAskingAgain() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Caller("ann", Role.OPERATOR).does(() -> guarded.call(desk, "begin", "", INSIDE + ":22")));
        operations.isFull(true);
        for (int turn = 0; turn <= ProbeDesk.AT_ONCE; turn++) {
            assertThat(begin("ann").isOver()).isTrue();
        }
        operations.isFull(false);
        assertThat(begin("ann").isOver()).isFalse();
    }

    @Test
    void whereTooMuchElseGoesOnItIsOverAtOnce() throws Exception {
        for (int other = 0; other < Operations.MOST_RUNNING; other++) {
            operations.begin("somebody");
        }
        isTold("ann", "Others are asking servers");
        operations.goesOn();
        assertThat(begin("ann").isOver()).isFalse();
    }

    @Test
    void whoIsLimitedToSomeDomainsAndWhoOnlyLooksHasNobodyAsked() throws Exception {
        String id = begin("ann").id();
        for (Caller caller : List.of(new Caller("dora", Role.OPERATOR, DomainSet.ofText("own.example")),
                new Caller("eve", Role.AUDITOR))) {
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> begin(caller));
            assertThatExceptionOfType(NotAllowedException.class)
                    .isThrownBy(() -> caller.does(() -> guarded.call(desk, "find", id)));
        }
        assertThat(new Caller("bob", Role.OPERATOR).does(() -> guarded.call(desk, "find", id)))
                .isEqualTo(desk.find(id));
    }
}
