package org.postern.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postern.queue.ParkedMessage.Reason.DEFERRED;
import static org.postern.queue.ParkedMessage.Reason.HELD;
import static org.postern.queue.ParkedMessage.Reason.QUARANTINED;

import org.junit.jupiter.api.Test;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.queue.WaitingMail.Released;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What every place for parked mail promises, whatever keeps it. */
interface ParkedMailContract {
    ParkedMessages parked();

    WaitingMail waiting();

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
        waiting().release(Parked.now(), 10, mail -> {
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
        assertThat(waiting().release(Parked.now(), 3, mail -> assertThat(mail).hasSize(3))).isEqualTo(3);
        assertThat(waiting().release(Parked.now(), 3, mail -> assertThat(mail).hasSize(2))).isEqualTo(2);
        assertThat(waiting().release(Parked.now(), 3, mail -> {
            throw new AssertionError("asked without need");
        })).isZero();
    }

    @Test
    default void keepsWhatTheTakerDidNotTake() throws Exception {
        parked().park(Parked.of("k1").build());

        assertThatThrownBy(() -> waiting().release(Parked.now(), 10, mail -> {
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
    }

    @Test
    default void findsByReasonAndCountsEach() {
        parked().park(Parked.of("k1").build());
        parked().park(Parked.of("k2").held().reason(HELD).build());
        parked().park(Parked.of("k3").held().reason(HELD).build());

        assertThat(keys(ParkedQuery.first(10).waitingFor(HELD))).containsExactly("k2", "k3");
        assertThat(waiting().counts()).isEqualTo(Map.of(DEFERRED, 1L, HELD, 2L));
    }

    @Test
    default void tellsAPageAndHowManyThereAre() {
        for (int i = 0; i < 7; i++) {
            parked().park(Parked.of("k" + i).due(i).build());
        }
        Page<ParkedSummary> page = waiting().find(new ParkedQuery(new Sought.Anything(), Optional.empty(), 2, 3));

        assertThat(page.items()).extracting(ParkedSummary::key).containsExactly("k2", "k3", "k4");
        assertThat(page.total()).isEqualTo(7);
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
        waiting().release(Parked.now(), 100, all::addAll);
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
