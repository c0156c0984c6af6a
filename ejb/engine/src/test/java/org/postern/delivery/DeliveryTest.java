package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.gate.GateScene.domain;

import org.junit.jupiter.api.Test;
import org.postern.delivery.gate.Allowance;
import org.postern.delivery.gate.DestinationGate.Pass;
import org.postern.delivery.gate.GateScene;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.outcome.Attempt;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.dns.Temporary;
import org.postern.mail.Recipient;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Destinations with much mail that waits, over hours of a clock that is set. */
class DeliveryTest {
    private static final int WAITING = 20_000;
    private static final NextServer SERVER = new NextServer("mx.example.net", InetAddress.ofLiteral("192.0.2.1"), 25);

    private final KnownNames names = new KnownNames();
    private final GateScene scene = new GateScene(new Allowance(20, 0), Duration.ZERO, 40, names);
    private final Servers servers = new Servers();
    private final WaitingLine line = new WaitingLine(scene, names, servers);

    @Test
    void asksADnsThatDoesNotAnswerAHandfulOfTimesHoweverMuchMailWaits() throws InterruptedException {
        names.mx("dark.example", new Temporary("timed out"));
        line.arrive(domain("dark.example"), WAITING);
        line.pass(Duration.ofHours(1));
        assertThat(names.asked).hasSizeBetween(20, 100);
        assertThat(line.left()).isEqualTo(WAITING);
    }

    @Test
    void takesMailForADeadDestinationUpOnceForEachAttempt() throws InterruptedException {
        names.mx("dead.example", "10 mx.dead.example").address("mx.dead.example", "192.0.2.9");
        line.arrive(domain("dead.example"), WAITING);
        line.pass(Duration.ofHours(1));
        long attempts = servers.log.stream().filter("connect mx.dead.example"::equals).count();
        assertThat(attempts).isBetween(20L, 100L);
        assertThat(line.takings - WAITING).isLessThan(2 * (int) attempts);
        assertThat(line.movings).isLessThan(12 * WAITING);
    }

    @Test
    void tellsInASentenceWhyMailIsHeldBack() throws InterruptedException {
        names.mx("dead.example", "10 mx.dead.example").address("mx.dead.example", "192.0.2.9");
        line.arrive(domain("dead.example"), 1);
        assertThat(scene.gate.survey(10)).singleElement().satisfies(door -> {
            assertThat(door.reason())
                    .hasToString("no session with mx.dead.example [192.0.2.9]:25: connection refused");
            assertThat(door.reason().form().key()).isEqualTo("noSessionWithX");
        });
    }

    @Test
    void callsBackWhatWaitsWhenTheDestinationAnswersAgain() throws InterruptedException {
        names.mx("back.example", "10 mx.back.example").address("mx.back.example", "192.0.2.9");
        line.arrive(domain("back.example"), 500);
        line.pass(Duration.ofMinutes(2));
        assertThat(line.left()).isEqualTo(500);
        for (int i = 0; i < 500; i++) {
            servers.on("mx.back.example");
        }
        line.pass(Duration.ofMinutes(10));
        assertThat(line.left()).isZero();
    }

    @Test
    void aPolicyOfOneDomainThatCannotBeMetStopsNobodyElseAtItsHosts() throws InterruptedException {
        for (String domain : List.of("broken.example", "healthy.example")) {
            names.mx(domain, "10 mx.shared.example");
        }
        names.address("mx.shared.example", "192.0.2.9");
        WaitingLine shared = new WaitingLine(scene, names, servers,
                (destination, server) -> destination.equals(domain("broken.example"))
                        ? new TlsPolicies.Unusable(
                                Obstacle.of(Reply.of(451, "4.7.5", "the policy names another host")),
                                PublishedPolicy.none("broken.example"), TlsFault.STS_POLICY_INVALID)
                        : new TlsPolicies.Demanded(new TlsDemand.May()));
        shared.arrive(domain("broken.example"), 100);
        servers.on("mx.shared.example");
        shared.arrive(domain("healthy.example"), 1);
        assertThat(shared.left()).isEqualTo(100);
        assertThat(scene.gate.survey(10)).isEmpty();
    }

    @Test
    void aDomainWhoseDnsFailsStopsNobodyElseAtItsHosts() throws InterruptedException {
        names.mx("silent.example", "10 mx.shared.example").mx("healthy.example", "10 mx.shared.example");
        names.address("mx.shared.example", "192.0.2.9");
        servers.on("mx.shared.example");
        servers.on("mx.shared.example");
        line.arrive(domain("silent.example"), 1);
        names.mx("silent.example", new Temporary("SERVFAIL"));
        line.arrive(domain("silent.example"), 100);
        line.arrive(domain("healthy.example"), 1);
        assertThat(line.left()).isEqualTo(100);
    }

    @Test
    void mailForANetworkWhereEnoughAreTalkingWaitsWithoutAnAttempt() throws InterruptedException {
        List<Pass> slow = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            slow.add(scene.pass(domain("slow" + i + ".example")));
            slow.getLast().turnTo(List.of(SERVER));
        }
        names.mx("other.example", "10 mx.other.example").address("mx.other.example", "192.0.2.1");
        servers.on("mx.other.example");
        line.arrive(domain("other.example"), 1);
        assertThat(servers.log).isEmpty();
        assertThat(line.left()).isOne();
        slow.forEach(Pass::close);
        line.pass(Duration.ofMinutes(1));
        assertThat(line.left()).isZero();
    }

    @Test
    void whomARouteNamesIsTheOperatorsOwnChoice() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            scene.pass(domain("slow" + i + ".example")).turnTo(List.of(SERVER));
        }
        names.address("relay.example", "192.0.2.1");
        servers.on("relay.example");
        line.arrive(GateScene.named("relay.example"), 1);
        assertThat(line.left()).isZero();
    }

    @Test
    void oneFullMailboxIsNotTheFaultOfItsServer() {
        assertThat(attempt(Reply.of(452, "4.2.2", "over quota")).obstacle(3)).isEmpty();
        assertThat(attempt(Reply.of(450, "4.7.1", "greylisted, come back")).obstacle(3)).isEmpty();
        assertThat(attempt(Reply.of(450, "4.7.1", "who are you")).obstacle(1)).isEmpty();
        assertThat(attempt(Reply.of(550, "5.7.1", "spam")).obstacle(1)).isEmpty();
        assertThat(attempt(Reply.of(450, "4.7.0", "too much from you")).obstacle(1))
                .map(Sentence::toString)
                .contains("too much from you");
        assertThat(attempt(Reply.of(421, "4.3.2", "closing")).obstacle(1)).isPresent();
    }

    @Test
    void whatAnEarlierRunHasNotedAsTakenIsNotHandedOverAgain() throws InterruptedException {
        names.mx("done.example", "10 mx.done.example").address("mx.done.example", "192.0.2.9");
        WaitingLine resumed = new WaitingLine(scene, names, servers,
                (destination, server) -> new TlsPolicies.Demanded(new TlsDemand.May()), new TakenMarks() {
                    @Override
                    public void mark(String taking, List<RecipientResult> taken) {
                        throw new AssertionError("nothing is handed over");
                    }

                    @Override
                    public List<RecipientResult> before(String taking, List<Recipient> recipients) {
                        return List.of(new RecipientResult(recipients.getFirst(), new Diagnosis.Taken(SERVER,
                                Reply.of(250, "2.0.0", "queued"), "in the clear", Diagnosis.Handover.SILENT)));
                    }

                    @Override
                    public void done(String taking) {
                        throw new AssertionError("that is for whoever keeps what follows");
                    }
                });
        resumed.arrive(domain("done.example"), 1);
        assertThat(resumed.left()).isZero();
        assertThat(servers.log).isEmpty();
    }

    private static Attempt attempt(Reply reply) {
        return new Attempt(List.of(new RecipientResult(Mail.to("x@example.net").envelope().recipients().getFirst(),
                new Diagnosis.Remote(SERVER, reply))), Attempt.Contact.REACHED);
    }
}
