package org.postern.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.ArchiveRule;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;
import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ArchivesTest {
    private final Archives archives = new Archives(
            List.of(new ArchiveRule("queue:orders", Duration.ofDays(1), 1000),
                    new ArchiveRule("topic:news", Duration.ofDays(1), 1000)));

    private static Posting posting(String queue, String destination) {
        Message message = new Message(new QueueId("0123456789ABCDEF"),
                new Envelope(ReversePath.NULL, Parameters.NONE, List.of()), Content.of(new byte[0]));
        return new Posting(queue,
                QueuedMail.of(message, Arrival.at(Instant.EPOCH)).to(Optional.of(Destination.parse(destination))),
                Optional.of("key"));
    }

    private List<String> queues(Posting... postings) {
        return archives.withTwins(List.of(postings)).stream().map(Posting::queue).toList();
    }

    @Test
    void whatIsHandedOverToAnArchivedPlaceHasATwinWithAKeyOfItsOwn() {
        Posting order = posting("orders", "queue:orders");
        List<Posting> all = archives.withTwins(List.of(order));
        assertThat(all).hasSize(2).first().isEqualTo(order);
        assertThat(all.getLast().queue()).isEqualTo(MailQueue.ARCHIVE);
        assertThat(all.getLast().mail()).isEqualTo(order.mail());
        assertThat(all.getLast().duplicateKey()).isPresent().isNotEqualTo(order.duplicateKey());
        assertThat(queues(posting("news", "topic:news"))).containsExactly("news", MailQueue.ARCHIVE);
    }

    @Test
    void nothingElseHas() {
        assertThat(queues(posting("bills", "queue:bills"), posting("news", "queue:news"),
                posting(MailQueue.OUTGOING, "mx:a.example"))).containsExactly("bills", "news", MailQueue.OUTGOING);
    }

    @Test
    void whatIsOnItsWayToAnArchivedPlaceHasNotCome() {
        assertThat(queues(posting(MailQueue.INCOMING, "queue:orders"))).containsExactly(MailQueue.INCOMING);
    }
}
