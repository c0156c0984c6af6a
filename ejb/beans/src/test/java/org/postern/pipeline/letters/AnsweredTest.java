package org.postern.pipeline.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.bounce.Conversation;
import org.postern.bounce.Conversations;
import org.postern.bounce.ReplyAddresses;
import org.postern.bounce.ReturnKey;
import org.postern.bounce.ReturnKeys;
import org.postern.bounce.ReturnPaths;
import org.postern.bounce.ReturnSenders;
import org.postern.bounce.ReturnWishes;
import org.postern.broker.Holding;
import org.postern.broker.ReceivedMail;
import org.postern.broker.StoreReadiness;
import org.postern.event.Answer;
import org.postern.event.Event;
import org.postern.event.EventSource;
import org.postern.event.OutcomeWish;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.Posting;
import org.postern.queue.QueuedMail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class AnsweredTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final QueueId FIRST = new QueueId("0123456789ABCDEF");
    private static final QueueId SECOND = new QueueId("1123456789ABCDEF");
    private static final Mailbox SOMEBODY = new Mailbox("ann", new Domain("home.example"));
    private static final String BOUNCE = """
            From: MAILER-DAEMON@mx.example
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"
            MIME-Version: 1.0

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; bob@example.org
            Action: failed
            Status: 5.1.1
            --b--
            """;

    private final Map<QueueId, Conversation> kept = new HashMap<>();
    private Instant now = NOON;
    private final ReturnKeys keys = new ReturnKeys() {
        @Override
        public ReturnKey current() {
            return new ReturnKey("K3Y0", "c2VjcmV0");
        }

        @Override
        public Optional<ReturnKey> find(String id) {
            return Optional.of(current()).filter(key -> key.id().equals(id));
        }
    };
    private final ReplyAddresses addresses = new ReplyAddresses(Optional.of(new Domain("replies.example")), keys,
            new Conversations() {
                @Override
                public void keep(QueueId question, Conversation conversation) {
                    kept.put(question, conversation);
                }

                @Override
                public Optional<Conversation> find(QueueId question) {
                    return Optional.ofNullable(kept.get(question));
                }
            }, () -> now);
    private final Answered answered = new Answered(addresses,
            new EventSource(() -> now, new QueueIds(() -> now, new Random(1))),
            new AwaitedReturns(paths(), wishes(), new StoreReadiness()));

    private ReturnPaths paths() {
        return new ReturnPaths(
                new ReturnPaths.Settings(new Domain("bounces.example"), List.of(), Duration.ofDays(1)), keys,
                new ReturnSenders() {
                    @Override
                    public boolean keep(String name, Mailbox sender) {
                        return false;
                    }

                    @Override
                    public Optional<Mailbox> find(String name) {
                        return Optional.empty();
                    }
                }, () -> now);
    }

    private static ReturnWishes wishes() {
        return new ReturnWishes() {
            @Override
            public void keep(QueueId about, Awaited awaited, Instant until) {
                throw new IllegalStateException("nothing is handed in here");
            }

            @Override
            public Optional<Awaited> find(QueueId about) {
                return Optional.of(new Awaited(
                        new OutcomeWish("queue:told", Optional.of("order-7"), OutcomeWish.USUAL),
                        List.of("bob@example.org")));
            }
        };
    }

    private Mailbox opened(QueueId question) {
        return addresses.open(question, new Conversation("answers", Optional.of("name of " + question),
                NOON.plus(Duration.ofDays(1))));
    }

    private ReturnedMail.Returned read(ReversePath sender, Optional<String> listener, String text,
            Mailbox... recipients) throws IOException {
        Envelope envelope = new Envelope(sender, Parameters.NONE,
                Arrays.stream(recipients).map(Recipient::of).toList());
        Content content = Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        QueuedMail mail = QueuedMail.of(new Message(new QueueId("FEDCBA9876543210"), envelope, content),
                Arrival.at(NOON).by(listener));
        return answered.read(new ReturnedMail.Returned(new ReceivedMail("ID:1", mail, Holding.of(() -> {
        })), List.of(), List.of(), List.of()));
    }

    private ReturnedMail.Returned written(Mailbox... recipients) throws IOException {
        return read(ReversePath.of(SOMEBODY), Optional.of("mx"), "Subject: Re: order\n\nYes.\n", recipients);
    }

    @Test
    void eachConversationGetsItsAnswerAndTheOthersGoOnAsUsual() throws IOException {
        Mailbox first = opened(FIRST);
        Mailbox shouted = new Mailbox(first.localPart().toUpperCase(Locale.ROOT), first.domain());
        ReturnedMail.Returned returned = written(first, SOMEBODY, opened(SECOND), shouted);
        assertThat(returned.mail().mail().message().envelope().recipients()).containsExactly(Recipient.of(SOMEBODY));
        assertThat(returned.postings()).extracting(Posting::queue).containsExactly("answers", "answers");
        assertThat(returned.postings()).extracting(posting -> posting.mail().arrival().answer().orElseThrow())
                .containsExactly(new Answer(Answer.Kind.REPLY, FIRST, Optional.of("name of " + FIRST)),
                        new Answer(Answer.Kind.REPLY, SECOND, Optional.of("name of " + SECOND)));
        assertThat(returned.postings().getFirst().mail().message().envelope().recipients())
                .containsExactly(Recipient.of(first), Recipient.of(shouted));
        assertThat(returned.postings()).extracting(posting -> posting.duplicateKey().orElseThrow())
                .containsExactly("ID:1>answer>" + FIRST, "ID:1>answer>" + SECOND);
        assertThat(returned.handedOver()).extracting(event -> event.detail().orElseThrow())
                .containsExactly("reply to " + FIRST, "reply to " + SECOND);
        assertThat(returned.reported()).isEmpty();
    }

    @Test
    void whatWasTakenInTimeComesHoweverLongItHasWaited() throws IOException {
        Mailbox address = opened(FIRST);
        now = NOON.plus(Duration.ofDays(3));
        assertThat(written(address).postings()).hasSize(1);
    }

    @Test
    void whatIsForgottenGoesOnAsUsual() throws IOException {
        Mailbox address = opened(FIRST);
        kept.clear();
        ReturnedMail.Returned returned = written(address);
        assertThat(returned.postings()).isEmpty();
        assertThat(returned.mail().mail().message().envelope().recipients()).containsExactly(Recipient.of(address));
    }

    @Test
    void ofABounceTheStoryLearnsAndTheApplicationIsTold() throws IOException {
        ReturnedMail.Returned returned = read(ReversePath.NULL, Optional.of("mx"), BOUNCE, opened(FIRST));
        assertThat(returned.postings().getFirst().mail().arrival().answer().orElseThrow().kind())
                .isEqualTo(Answer.Kind.BOUNCE);
        assertThat(returned.reported()).hasSize(1);
        Event event = returned.reported().getFirst();
        assertThat(event.queueId()).contains(FIRST);
        assertThat(event.telling()).isPresent();
    }

    @Test
    void whatTheGatewayReportsItselfIsNoNewsForTheStory() throws IOException {
        ReturnedMail.Returned returned = read(ReversePath.NULL, Optional.empty(), BOUNCE, opened(FIRST));
        assertThat(returned.postings()).hasSize(1);
        assertThat(returned.reported()).isEmpty();
    }
}
