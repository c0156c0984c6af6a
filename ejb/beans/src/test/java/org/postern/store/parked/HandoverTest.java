package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;
import org.postern.queue.WaitingMail.Released;
import org.postern.queue.WaitingMail.Taker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One message that cannot be taken up does not keep the others. */
class HandoverTest {
    private final List<String> taken = new ArrayList<>();

    private static ParkedMessageRow row(String key) {
        return new ParkedMessageRow(Parked.of(key).build());
    }

    private static ParkedMessageRow rowFor(String queue, String key) {
        ParkedMessage message = Parked.of(key).build();
        return new ParkedMessageRow(new ParkedMessage(key, message.mail(), message.reason(), message.due(), queue, ""));
    }

    private static Released read(ParkedMessageRow row) {
        if (row.key().contains("unreadable")) {
            throw new IllegalArgumentException("no such destination");
        }
        QueuedMail mail = Parked.of(row.key()).build().mail();
        return new Released(
                new ParkedMessage(row.key(), mail, ParkedMessage.Reason.DEFERRED, row.due(), row.queue(), ""),
                Optional.empty());
    }

    private void take(List<Released> mail) throws QueueUnavailableException {
        if (mail.stream().anyMatch(one -> one.message().key().contains("faulty"))) {
            throw new IllegalStateException("too long for the queue");
        }
        if (mail.stream().anyMatch(one -> one.message().key().contains("full"))) {
            throw new QueueUnavailableException("the queue is full", false, new IllegalStateException());
        }
        mail.forEach(one -> taken.add(one.message().key()));
    }

    private List<String> give(Taker taker, ParkedMessageRow... rows) throws QueueUnavailableException {
        return new Handover(taker, HandoverTest::read, Parked.now()).give(List.of(rows))
                .stream()
                .map(ParkedMessageRow::key)
                .toList();
    }

    @Test
    void whatCannotBeReadIsHeld() throws Exception {
        ParkedMessageRow unreadable = row("unreadable");
        assertThat(give(this::take, row("a"), unreadable, row("b"))).containsExactly("a", "b");
        assertThat(unreadable.isDeferred()).isFalse();
        assertThat(unreadable.due()).isEmpty();
    }

    @Test
    void whatCannotBePostedIsHeld() throws Exception {
        ParkedMessageRow faulty = row("faulty");
        assertThat(give(this::take, row("a"), row("b"), faulty, row("c"))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(taken).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(faulty.due()).isEmpty();
    }

    @Test
    void whatTheQueueOfAnApplicationDoesNotTakeComesAgainLater() throws Exception {
        ParkedMessageRow full = rowFor("orders", "full");
        assertThat(give(this::take, full, row("a"), rowFor("news", "b"))).containsExactly("a", "b");
        assertThat(full.isDeferred()).isTrue();
        assertThat(full.due()).contains(Parked.now().plusSeconds(300));
    }

    @Test
    void whatTheQueuesOfTheGatewayDoNotTakeStaysAsItWas() {
        List<ParkedMessageRow> rows = Stream.of("a", "full").map(HandoverTest::row).toList();
        assertThatThrownBy(() -> give(this::take, rows.toArray(ParkedMessageRow[]::new)))
                .isInstanceOf(QueueUnavailableException.class);
        assertThat(rows).allSatisfy(row -> assertThat(row.due()).contains(Parked.now()));
    }
}
