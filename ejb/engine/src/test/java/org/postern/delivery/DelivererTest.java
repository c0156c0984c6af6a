package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.config.rule.SmartHosts;
import org.postern.config.rule.TlsPolicy;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.host.OwnHosts;
import org.postern.delivery.outcome.Attempt;
import org.postern.delivery.outcome.Attempt.Contact;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.tls.ConfiguredTlsPolicies;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.dns.MxAnswer;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class DelivererTest {
    private final KnownNames dns = new KnownNames();
    private final Servers servers = new Servers();
    private final List<String> counted = new ArrayList<>();
    private final Deliverer deliverer = demanding(TlsPolicy.MAY);

    @BeforeEach
    void twoExchangers() {
        dns.mx("example.net", "10 a", "20 b").address("a", "192.0.2.1").address("b", "192.0.2.2");
    }

    private List<String> attempt(String... recipients) {
        return results(deliverer.attempt(Mail.to(recipients), Mail.EXAMPLE));
    }

    static List<String> results(Attempt attempt) {
        return attempt.results()
                .stream()
                .map(r -> r.recipient().mailbox().localPart() + " "
                        + r.diagnosis().peer().map(NextServer::name).orElse("-") + " " + r.diagnosis().reply())
                .toList();
    }

    @Test
    void asksOnlyTheBestServerIfItTakesTheMessage() {
        servers.on("a");
        assertThat(attempt("x@example.net")).containsExactly("x a 250 2.0.0 ok");
        assertThat(servers.log).containsExactly("connect a", "release a");
    }

    @Test
    void asksTheNextServerIfOneIsUnreachable() {
        servers.on("b");
        assertThat(attempt("x@example.net")).containsExactly("x b 250 2.0.0 ok");
    }

    @Test
    void asksTheNextServerIfOneDoesNotWantToTalk() {
        servers.on("a").says("(connects)", "554 5.7.1 no service");
        servers.on("b");
        assertThat(attempt("x@example.net")).containsExactly("x b 250 2.0.0 ok");
    }

    @Test
    void asksTheNextServerForThoseWhomOnePutOff() {
        servers.on("a").says("RCPT TO:<x", "451 4.7.1 greylisted");
        AnsweringServer b = servers.on("b");
        assertThat(attempt("x@example.net", "y@example.net")).containsExactly("x b 250 2.0.0 ok", "y a 250 2.0.0 ok");
        assertThat(b.heard).doesNotContain("RCPT TO:<y@example.net>");
    }

    @Test
    void asksNobodyElseForThoseWhomOneRefused() {
        servers.on("a").says("RCPT TO:<x", "550 5.1.1 no such user");
        assertThat(attempt("x@example.net", "y@example.net"))
                .containsExactly("x a 550 5.1.1 no such user", "y a 250 2.0.0 ok");
        assertThat(servers.log).containsExactly("connect a", "release a");
    }

    @Test
    void believesTheServerThatRefusesWhomAnotherPutOff() {
        servers.on("a").says("RCPT", "451 4.3.0 trouble");
        servers.on("b").says("RCPT", "550 5.1.1 no such user");
        assertThat(attempt("x@example.net")).containsExactly("x b 550 5.1.1 no such user");
    }

    @Test
    void asksTheNextServerIfTheSessionBreaksOff() {
        servers.on("a").says("RCPT", "(closes)");
        servers.on("b");
        assertThat(attempt("x@example.net")).containsExactly("x b 250 2.0.0 ok");
        assertThat(servers.log).contains("release a, broken");
    }

    @Test
    void asksNobodyElseIfTheFinalReplyIsLost() {
        servers.on("a").says(".", "(closes)");
        AnsweringServer b = servers.on("b");
        assertThat(attempt("x@example.net").getFirst()).startsWith("x a 451 4.4.2").contains("may have taken");
        assertThat(b.heard).isEmpty();
    }

    @Test
    void defersIfNoServerIsReached() {
        Attempt attempt = deliverer.attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(results(attempt).getFirst()).startsWith("x b 451 4.4.1").contains("connection refused");
        assertThat(attempt.contact()).isEqualTo(Contact.UNREACHED);
    }

    @Test
    void defersIfOneServerIsUnreachableAndAnotherDoesNotWantToTalk() {
        servers.on("b").says("(connects)", "554 5.7.1 no service");
        assertThat(attempt("x@example.net").getFirst()).startsWith("x a 451 4.4.1");
    }

    @Test
    void failsIfEveryServerSaysForGoodThatItDoesNotWantToTalk() {
        servers.on("a").says("(connects)", "554 5.7.1 no service");
        servers.on("b").says("(connects)", "521 5.3.2 no mail here");
        Attempt attempt = deliverer.attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(results(attempt)).containsExactly("x b 521 5.3.2 no mail here");
        assertThat(attempt.contact()).isEqualTo(Contact.UNREACHED);
    }

    @Test
    void keepsTheWordsOfAServerBeforeItsOwn() {
        servers.on("a").says("RCPT", "451 4.7.1 greylisted");
        assertThat(attempt("x@example.net")).containsExactly("x a 451 4.7.1 greylisted");
    }

    @ParameterizedTest
    @CsvSource({"552 5.5.3 Too many recipients, 452 4.5.3 Too many recipients",
            "552 too many recipients received, 452 4.5.3 too many recipients received",
            "552 5.2.2 mailbox full, 552 5.2.2 mailbox full"})
    void tooManyRecipientsIsNoLastWordAboutOne(String said, String meant) {
        servers.on("a").says("RCPT TO:<y", said);
        assertThat(attempt("x@example.net", "y@example.net").getLast()).isEqualTo("y a " + meant);
    }

    @Test
    void defersIfNobodyKnowsTheServers() {
        dns.mx("example.net", new Temporary("SERVFAIL"));
        Attempt attempt = deliverer.attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(results(attempt).getFirst()).startsWith("x - 451 4.4.3");
        assertThat(attempt.contact()).isEqualTo(Contact.NONE);
    }

    @Test
    void failsIfThereIsNoServer() {
        dns.mx("example.net", new MxAnswer.NullMx());
        Attempt attempt = deliverer.attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(results(attempt).getFirst()).startsWith("x - 556 5.1.10");
        assertThat(attempt.contact()).isEqualTo(Contact.NONE);
        assertThat(attempt.obstacle(1)).isEmpty();
    }

    @Test
    void takesAnIdleSessionWithTheHostWhoseTurnItIs() {
        AnsweringServer a = servers.idle("a");
        assertThat(attempt("x@example.net")).containsExactly("x a 250 2.0.0 ok");
        assertThat(servers.log).containsExactly("release a");
        assertThat(a.heard).contains("MAIL FROM:<sender@example.org>");
    }

    @Test
    void sharesMailAmongEqualHostsAndKeepsASessionWithEach() {
        dns.mx("equal.example", "10 a", "10 b");
        List<AnsweringServer> both = List.of(servers.on("a"), servers.on("b"));
        for (int i = 0; i < 40; i++) {
            deliverer.attempt(Mail.to("x@equal.example"), new Destination.MailExchangers(new Domain("equal.example")));
        }
        assertThat(both)
                .allSatisfy(server -> assertThat(server.heard).filteredOn("DATA"::equals).hasSizeBetween(10, 30));
        assertThat(servers.log).filteredOn(entry -> entry.startsWith("connect")).hasSize(2);
    }

    @Test
    void letsWeightAndHealthSayWhoseTurnItIsAmongHostsThatShareTheMail() {
        AnsweringServer a = servers.idle("a");
        servers.on("b");
        Destination shared = new Destination.Smart(SmartHosts.parse("b;a"));
        assertThat(results(deliverer.attempt(Mail.to("x@example.net"), shared))).containsExactly("x b 250 2.0.0 ok");
        assertThat(a.heard).doesNotContain("MAIL FROM:<sender@example.org>");
    }

    @Test
    void takesTwoPortsForTwoHosts() {
        assertThat(results(deliverer.attempt(Mail.to("x@example.net"),
                new Destination.Smart(SmartHosts.parse("a:25;a:2525")))).getFirst()).contains("451 4.4.1");
        assertThat(servers.log).containsExactly("connect a", "connect a");
    }

    @Test
    void learnsNothingFromAnIdleSessionThatWasOver() {
        servers.idle("a").says("MAIL", "(closes)");
        servers.on("a");
        assertThat(attempt("x@example.net")).containsExactly("x a 250 2.0.0 ok");
        assertThat(servers.log).containsExactly("release a, broken", "connect a", "release a");
    }

    @Test
    void connectsAnewIfAnIdleSessionHasCarriedEnough() {
        servers.idle("a").says("MAIL", "421 4.7.0 too many messages on this connection");
        servers.on("a");
        assertThat(attempt("x@example.net")).containsExactly("x a 250 2.0.0 ok");
    }

    @Test
    void doesNotAskTheServerOfAnIdleSessionTwice() {
        servers.idle("a").says("RCPT", "451 4.7.1 greylisted");
        AnsweringServer again = servers.on("a");
        servers.on("b");
        assertThat(attempt("x@example.net")).containsExactly("x b 250 2.0.0 ok");
        assertThat(again.heard).isEmpty();
    }

    @Test
    void saysThatALostFinalReplyLeavesItUncertain() {
        servers.on("a").says(".", "(closes)");
        Attempt attempt = deliverer.attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(attempt.results().getFirst().diagnosis()).isInstanceOf(Diagnosis.Uncertain.class);
        assertThat(attempt.results().getFirst().isDeferred()).isTrue();
    }

    @Test
    void defersRatherThanSendInTheClearWhatWantsTls() {
        AnsweringServer a = servers.on("a");
        Attempt attempt = demanding(TlsPolicy.ENCRYPT).attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(results(attempt).getFirst()).startsWith("x b 451 4.4.1");
        assertThat(a.heard).containsExactly("EHLO gateway.example.org");
        servers.on("a");
        servers.on("b");
        assertThat(results(demanding(TlsPolicy.VERIFY).attempt(Mail.to("x@example.net"), Mail.EXAMPLE)).getFirst())
                .startsWith("x b 454 4.7.4 TLS is demanded here");
    }

    @Test
    void passesOverAnIdleSessionThatIsNotSafeEnough() {
        AnsweringServer idle = servers.idle("a");
        demanding(TlsPolicy.ENCRYPT).attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(idle.heard).containsExactly("EHLO gateway.example.org");
        assertThat(servers.log).startsWith("connect a");
    }

    @Test
    void failsIfTheSenderRequiresTlsAndNoServerHasIt() {
        servers.on("a");
        servers.on("b");
        assertThat(results(deliverer.attempt(Mail.requiringTls("x@example.net"), Mail.EXAMPLE)))
                .containsExactly(
                        "x b 550 5.7.30 TLS is demanded here, and the server does not offer STARTTLS");
    }

    @Test
    void waitsForAServerThatMayHaveTlsIfTheSenderRequiresIt() {
        servers.on("a");
        assertThat(results(deliverer.attempt(Mail.requiringTls("x@example.net"), Mail.EXAMPLE)).getFirst())
                .startsWith("x b 451 4.4.1");
    }

    @Test
    void waitsForAServerWhoseTlsOnlyFailedIfTheSenderRequiresIt() {
        servers.on("a").says("EHLO", "250-hi\r\n250 STARTTLS").says("STARTTLS", "454 4.7.0 not now");
        servers.on("b").says("EHLO", "250-hi\r\n250 STARTTLS").says("STARTTLS", "220 go");
        assertThat(results(deliverer.attempt(Mail.requiringTls("x@example.net"), Mail.EXAMPLE)).getFirst())
                .startsWith("x b 454 4.7.0 TLS did not come about");
        servers.on("a").says("EHLO", "250-hi\r\n250 STARTTLS").says("STARTTLS", "454 4.7.0 not now");
        servers.on("b");
        assertThat(results(deliverer.attempt(Mail.requiringTls("x@example.net"), Mail.EXAMPLE)).getFirst())
                .startsWith("x a 454 4.7.0 TLS is demanded here");
    }

    @Test
    void asksNoServerThatAPolicyStandsAgainstAndCountsIt() {
        AnsweringServer a = servers.on("a");
        TlsPolicies bogus = (destination, server) -> new TlsPolicies.Unusable(
                Obstacle.of(Reply.of(451, "4.7.5", "bogus")),
                PublishedPolicy.none("example.net"), TlsFault.DNSSEC_INVALID);
        Deliverer careful = new Deliverer(
                new HostFinder(dns, new Random(1), new HostHealth(() -> Mail.NOON, Duration.ofMinutes(1)),
                        new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 5)),
                servers, bogus, () -> Mail.NOON,
                Duration.ofMinutes(15), (policy, host, fault) -> counted.add(host + " " + fault.orElseThrow().word()));
        Attempt attempt = careful.attempt(Mail.to("x@example.net"), Mail.EXAMPLE);
        assertThat(results(attempt).getFirst()).contains("451 4.7.5 bogus");
        assertThat(attempt.contact()).isEqualTo(Contact.NONE);
        assertThat(attempt.obstacle(1)).isEmpty();
        assertThat(a.heard).isEmpty();
        assertThat(counted).containsExactly("a dnssec-invalid", "b dnssec-invalid");
    }

    private Deliverer demanding(TlsPolicy policy) {
        return new Deliverer(new HostFinder(dns, new Random(1), new HostHealth(() -> Mail.NOON, Duration.ofMinutes(1)),
                new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 5)),
                servers,
                ConfiguredTlsPolicies.usual(policy), () -> Mail.NOON, Duration.ofMinutes(15),
                (published, host, fault) -> counted.add(host + fault));
    }
}
