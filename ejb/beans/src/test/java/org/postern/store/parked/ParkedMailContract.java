package org.postern.store.parked;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postern.queue.ParkedMessage.Reason.DEFERRED;
import static org.postern.queue.ParkedMessage.Reason.HELD;
import static org.postern.queue.ParkedMessage.Reason.QUARANTINED;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.mail.DomainSet;
import org.postern.queue.DeferralKind;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueuedMail;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail.Released;
import org.postern.receiver.Reason;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What every place for parked mail promises, whatever keeps it. */
interface ParkedMailContract
        extends
            CountedMailContract,
            PutOffMailContract,
            QuarantinedMailContract,
            WishedMailContract,
            MailOfDomainsContract {
    @Test
    default void givesBackWhatWasParked() throws Exception {
        ParkedMessage message = Parked.of("k1").from("a@one.example").to("b@two.example", "c@two.example").build();
        parked().park(message);

        ParkedMessage released = releaseAll().getFirst().message();

        assertThat(released.key()).isEqualTo("k1");
        assertThat(released.mail().message().id()).isEqualTo(message.mail().message().id());
        assertThat(released.mail().message().envelope()).isEqualTo(message.mail().message().envelope());
        assertThat(released.mail().arrived()).isEqualTo(message.mail().arrived());
        assertThat(released.mail().destination()).isEqualTo(message.mail().destination());
        assertThat(released.mail().attempts()).isEqualTo(message.mail().attempts());
        assertThat(released.reason()).isEqualTo(DEFERRED);
        assertThat(released.due()).isEqualTo(message.due());
        assertThat(released.queue()).isEqualTo(message.queue());
        assertThat(released.lastReply()).isEqualTo(message.lastReply());
    }

    @Test
    default void givesBackContentOfAnySizeOctetForOctet() throws Exception {
        for (int size : new int[]{0, 1, 65_535, 65_536, 65_537, 300_000}) {
            byte[] octets = new byte[size];
            new Random(size).nextBytes(octets);
            parked().park(Parked.of("size-" + size).content(octets).build());
        }
        waiting().release(Parked.now(), 10, Parked.ALL, mail -> {
            for (Released one : mail) {
                byte[] octets = octets(one.message());
                byte[] expected = new byte[octets.length];
                new Random(octets.length).nextBytes(expected);
                assertThat(one.message().key()).isEqualTo("size-" + octets.length);
                assertThat(octets).isEqualTo(expected);
                assertThat(one.message().mail().message().content().size()).isEqualTo(octets.length);
            }
        });
    }

    @Test
    default void parksTheSameKeyOnce() throws Exception {
        parked().park(Parked.of("k1").reply("451 first").build());
        parked().park(Parked.of("k1").reply("451 second").build());

        assertThat(releaseAll()).singleElement()
                .satisfies(one -> assertThat(one.message().lastReply()).isEqualTo("451 first"));
    }

    @Test
    default void parksNothingWhenTheContentCannotBeRead() throws Exception {
        assertThatThrownBy(() -> parked().park(Parked.of("k1").unreadable().build()))
                .isInstanceOf(RuntimeException.class);

        assertThat(waiting().find(ParkedQuery.first(10)).total()).isZero();
    }

    @Test
    default void releasesWhatIsDueAndNothingElseTheLongestDueFirst() throws Exception {
        parked().park(Parked.of("later").due(1).build());
        parked().park(Parked.of("now").due(0).build());
        parked().park(Parked.of("before").due(-60).build());
        parked().park(Parked.of("for a person").held().build());

        assertThat(releaseAll()).extracting(one -> one.message().key()).containsExactly("before", "now");
        assertThat(releaseAll()).isEmpty();
        assertThat(keys(ParkedQuery.first(10))).containsExactly("later", "for a person");
    }

    @Test
    default void releasesNoMoreThanTheLimit() throws Exception {
        for (int i = 0; i < 5; i++) {
            parked().park(Parked.of("k" + i).build());
        }
        assertThat(waiting().release(Parked.now(), 3, Parked.ALL, mail -> assertThat(mail).hasSize(3)).due())
                .isEqualTo(3);
        assertThat(waiting().release(Parked.now(), 3, Parked.ALL, mail -> assertThat(mail).hasSize(2)).due())
                .isEqualTo(2);
        assertThat(waiting().release(Parked.now(), 3, Parked.ALL, mail -> {
            throw new AssertionError("asked without need");
        }).due()).isZero();
    }

    @Test
    default void keepsWhatTheTakerDidNotTake() throws Exception {
        parked().park(Parked.of("k1").build());

        assertThatThrownBy(() -> waiting().release(Parked.now(), 10, Parked.ALL, mail -> {
            throw new QueueUnavailableException("full", true, new IllegalStateException());
        })).isInstanceOf(QueueUnavailableException.class);

        assertThat(releaseAll()).hasSize(1);
    }

    @Test
    default void bringsForwardWhatAPersonWantsNowAndTellsWhoItWas() throws Exception {
        parked().park(Parked.of("later").due(3600).build());
        parked().park(Parked.of("quarantined").held().reason(QUARANTINED).build());
        parked().park(Parked.of("untouched").due(3600).build());

        assertThat(waiting().bringForward(List.of("later", "quarantined", "gone"), Parked.now(), "alice")).isEqualTo(2);

        assertThat(releaseAll()).extracting(Released::by).containsExactly(Optional.of("alice"), Optional.of("alice"));
        assertThat(keys(ParkedQuery.first(10))).containsExactly("untouched");
    }

    @Test
    default void dropsOnlyAfterTheTakerHasReturned() throws Exception {
        parked().park(Parked.of("k1").due(3600).build());
        parked().park(Parked.of("k2").due(3600).build());

        assertThatThrownBy(() -> waiting().drop(List.of("k1"), mail -> {
            throw new QueueUnavailableException("gone", false, new IllegalStateException());
        })).isInstanceOf(QueueUnavailableException.class);
        assertThat(keys(ParkedQuery.first(10))).containsExactly("k1", "k2");

        List<Released> told = new ArrayList<>();
        assertThat(waiting().drop(List.of("k1", "gone"), told::addAll)).isEqualTo(1);
        assertThat(told).extracting(one -> one.message().key()).containsExactly("k1");
        assertThat(keys(ParkedQuery.first(10))).containsExactly("k2");
    }

    @Test
    default void findsByWhatItIsKnownBy() {
        parked().park(Parked.of("k1").id("01HZZZZZZZZZZZZ1").from("alice@one.example").to("bob@two.example").build());
        parked().park(
                Parked.of("k2").id("01HZZZZZZZZZZZZ2").from("carol@three.example").to("bob@four.example").build());

        assertThat(found("ALICE@one.example")).containsExactly("k1");
        assertThat(found("four.example")).containsExactly("k2");
        assertThat(found("bob")).containsExactly("k1", "k2");
        assertThat(found("01hzzzzzzzzzzzz2")).containsExactly("k2");
        assertThat(found("b_b")).isEmpty();
        assertThat(found("BO")).containsExactly("k1", "k2");
        assertThat(found("ob")).isEmpty();
    }

    @Test
    default void findsByReasonAndCountsEach() {
        parked().park(Parked.of("k1").build());
        parked().park(Parked.of("k2").held().reason(HELD).build());
        parked().park(Parked.of("k3").held().reason(HELD).build());

        assertThat(keys(ParkedQuery.first(10).waitingFor(HELD))).containsExactly("k2", "k3");
        assertThat(waiting().counts(DomainSet.ALL)).isEqualTo(Map.of(DEFERRED, 1L, HELD, 2L));
    }

    @Test
    default void tellsAPageAndHowManyThereAre() {
        for (int i = 0; i < 7; i++) {
            parked().park(Parked.of("k" + i).due(i).build());
        }
        Page<ParkedSummary> first = waiting().find(ParkedQuery.first(3));
        assertThat(first.items()).extracting(ParkedSummary::key).containsExactly("k0", "k1", "k2");
        assertThat(first.total()).isEqualTo(7);

        Page<ParkedSummary> second = waiting().find(ParkedQuery.first(3).behind(first.items().getLast()));
        assertThat(second.items()).extracting(ParkedSummary::key).containsExactly("k3", "k4", "k5");
        assertThat(waiting().find(ParkedQuery.first(3).behind(second.items().getLast())).items()).hasSize(1);
    }

    @Test
    default void pagesGoOnAmongThoseThatAreDueTogetherOrNever() {
        for (int i = 0; i < 4; i++) {
            parked().park(Parked.of("together-" + i).build());
            parked().park(Parked.of("never-" + i).held().build());
        }
        List<String> walked = new ArrayList<>();
        ParkedQuery query = ParkedQuery.first(3);
        for (int page = 0; page < 3; page++) {
            List<ParkedSummary> lines = waiting().list(query);
            lines.forEach(line -> walked.add(line.key()));
            query = query.behind(lines.getLast());
        }
        assertThat(walked).containsExactly("together-0", "together-1", "together-2", "together-3", "never-0", "never-1",
                "never-2", "never-3");
        assertThat(waiting().list(query)).isEmpty();
    }

    @Test
    default void findsByEachPartOfAFilter() {
        parked().park(Parked.of("k1").from("alice@one.example").to("bob@two.example").reply("452 4.2.2 full").build());
        parked().park(Parked.of("k2").from("").to("bob@four.example").reply("451 4.4.1 nobody there").build());

        ParkedFilter all = ParkedFilter.everything();
        assertThat(keys(all.from("ALICE@one.example"))).containsExactly("k1");
        assertThat(keys(all.from(""))).containsExactly("k2");
        assertThat(keys(all.toDomain("four.example"))).containsExactly("k2");
        assertThat(keys(all.toDomain("one.example"))).isEmpty();
        assertThat(keys(all.of(DeferralKind.FULL))).containsExactly("k1");
        assertThat(keys(all.headedFor("mx:two.example"))).containsExactly("k1", "k2");
        assertThat(keys(all.headedFor("mx:four.example"))).isEmpty();
        assertThat(keys(all.triedAtLeast(2))).containsExactly("k1", "k2");
        assertThat(keys(all.triedAtLeast(3))).isEmpty();
        assertThat(keys(all.arrivedBefore(Parked.now()))).containsExactly("k1", "k2");
        assertThat(keys(all.arrivedBefore(Parked.now().minusSeconds(100)))).isEmpty();
        assertThat(keys(all.of(DeferralKind.FULL).from(""))).isEmpty();
        assertThat(waiting().count(all, 1)).isEqualTo(1);
        assertThat(waiting().count(all, 10)).isEqualTo(2);
    }

    private List<String> keys(ParkedFilter filter) {
        return keys(ParkedQuery.first(10).of(filter));
    }

    @Test
    default void changesHowTheyWaitOnlyAfterTheTellerHasReturned() throws Exception {
        parked().park(Parked.of("k1").due(3600).content("Subject: x\r\n\r\n".getBytes(US_ASCII)).build());

        assertThatThrownBy(() -> waiting().change(List.of("k1"), Parked::toSomebodyElse, "alice", mail -> {
            throw new QueueUnavailableException("gone", false, new IllegalStateException());
        })).isInstanceOf(QueueUnavailableException.class);
        assertThat(keys(ParkedFilter.everything().toDomain("two.example"))).containsExactly("k1");

        assertThat(waiting().change(List.of("k1", "gone"), Parked::toSomebodyElse, "alice", mail -> {
        })).isEqualTo(1);
        assertThat(keys(ParkedFilter.everything().toDomain("two.example"))).isEmpty();
        assertThat(keys(ParkedFilter.everything().toDomain("else.example"))).containsExactly("k1");
        Released released = releaseAll().getFirst();
        assertThat(released.by()).contains("alice");
        assertThat(released.message().queue()).isEqualTo(MailQueue.INCOMING);
        assertThat(released.message().mail().destination()).isEmpty();
    }

    @Test
    default void remembersWhatTheSenderWasToldAndWhenItExpires() throws Exception {
        ParkedMessage plain = Parked.of("k1").build();
        QueuedMail mail = new QueuedMail(plain.mail().message(),
                plain.mail().arrival().expiring(Optional.of(Parked.now().plusSeconds(9))),
                plain.mail().course().delayTold(true));
        parked().park(new ParkedMessage("k1", mail, DEFERRED, plain.due(), plain.queue(), "451 later"));
        QueuedMail released = releaseAll().getFirst().message().mail();
        assertThat(released.course().delayTold()).isTrue();
        assertThat(released.arrival().expires()).contains(Parked.now().plusSeconds(9));
    }

    @Test
    default void remembersWhichListenerTookWhatHasNoDestinationYet() throws Exception {
        ParkedMessage plain = Parked.of("k1").build();
        QueuedMail unrouted = QueuedMail.of(plain.mail().message(), plain.mail().arrival().by(Optional.of("mx")));
        parked().park(new ParkedMessage("k1", unrouted, DEFERRED, plain.due(), MailQueue.INCOMING, "no way"));
        QueuedMail released = releaseAll().getFirst().message().mail();
        assertThat(released.destination()).isEmpty();
        assertThat(released.arrival().listener()).contains("mx");
    }

    @Test
    default void remembersWhatWasFoundAboutIt() throws Exception {
        Assessment found = Assessment.of(List.of(new Symbol("NO_CLIENT_NAME", 1.5, "\"192.0.2.9\"")))
                .because(new Reason(Optional.of("header-rule"), Optional.empty(), Optional.of("X-Spam contains yes")));
        ParkedMessage plain = Parked.of("k1").build();
        parked().park(new ParkedMessage("k1", plain.mail().assessed(found), DEFERRED, plain.due(), plain.queue(), ""));
        assertThat(releaseAll().getFirst().message().mail().arrival().assessment()).isEqualTo(found);
    }

    @Test
    default void letsOneLookAndTellsTheDestinations() {
        parked().park(Parked.of("k1").build());
        List<String> seen = new ArrayList<>();
        assertThat(waiting().look("k1", message -> seen.add(new String(octets(message), US_ASCII)))).isTrue();
        assertThat(seen).singleElement().asString().startsWith("Subject: hello");
        assertThat(waiting().look("gone", message -> seen.add("?"))).isFalse();
        assertThat(waiting().destinations("", 10)).containsExactly("mx:two.example");
        assertThat(waiting().destinations("mx:two.example", 10)).isEmpty();
    }

    @Test
    default void summarisesWithoutTheContent() {
        parked().park(Parked.of("k1").from("").to("b@two.example", "c@two.example").reply("451 4.7.1 later").build());

        ParkedSummary summary = waiting().find(ParkedQuery.first(1)).items().getFirst();

        assertThat(summary.reversePath()).isEmpty();
        assertThat(summary.firstRecipient()).isEqualTo("b@two.example");
        assertThat(summary.recipients()).isEqualTo(2);
        assertThat(summary.destination()).contains("mx:two.example");
        assertThat(summary.lastReply()).isEqualTo("451 4.7.1 later");
        assertThat(summary.due()).contains(Parked.now());
    }

    private List<Released> releaseAll() throws QueueUnavailableException {
        List<Released> all = new ArrayList<>();
        waiting().release(Parked.now(), 100, Parked.ALL, all::addAll);
        return all;
    }

    private List<String> found(String text) {
        return keys(ParkedQuery.first(10).by(Sought.parse(text)));
    }

    private List<String> keys(ParkedQuery query) {
        return waiting().find(query).items().stream().map(ParkedSummary::key).toList();
    }

    private static byte[] octets(ParkedMessage message) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            message.mail().message().content().writeTo(octets);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return octets.toByteArray();
    }
}
