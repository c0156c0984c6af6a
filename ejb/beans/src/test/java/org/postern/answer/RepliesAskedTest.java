package org.postern.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.account.AccountRights;
import org.postern.account.LiveAccounts;
import org.postern.bounce.Conversation;
import org.postern.bounce.Conversations;
import org.postern.bounce.ReplyAddresses;
import org.postern.bounce.ReturnKey;
import org.postern.bounce.ReturnKeys;
import org.postern.broker.Grants;
import org.postern.broker.MalformedSubmissionException;
import org.postern.broker.Submitted;
import org.postern.client.BytesInMemory;
import org.postern.client.PropertyNames;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.ReversePath;
import org.postern.queue.Lane;
import org.postern.queue.MailQueue;
import org.postern.routing.AliasTable;
import org.postern.routing.RouteTable;
import org.postern.routing.Router;
import org.postern.routing.Routing;
import org.postern.routing.Subaddress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an application is told that may not have answers. There is no broker here, so in the end it is that nobody may write anywhere. */
class RepliesAskedTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subaddress TAGS = new Subaddress("+");
    private static final String NOWHERE = "postern_replies names a queue, where those who may hand mail in may not write";

    private static RepliesAsked asked(Optional<Domain> domain) {
        Router router = new Router(() -> new Routing(new RouteTable(List.of(), TAGS), AliasTable.EMPTY, TAGS),
                new Domain("gw.example"), Optional.empty());
        return new RepliesAsked(new ReplyAddresses(domain, new ReturnKeys() {
            @Override
            public ReturnKey current() {
                throw new IllegalStateException("nothing is signed yet");
            }

            @Override
            public Optional<ReturnKey> find(String id) {
                return Optional.empty();
            }
        }, new Conversations() {
            @Override
            public void keep(QueueId question, Conversation conversation) {
                throw new IllegalStateException("nothing is kept yet");
            }

            @Override
            public Optional<Conversation> find(QueueId question) {
                return Optional.empty();
            }
        }, () -> NOON), new ReplyRules(new Grants(InstantSource.system()), router,
                new AccountRights(new LiveAccounts())), new Settings(SettingsCatalogue.ALL, Map.of()),
                () -> NOON);
    }

    private static Optional<Conversation> read(BytesInMemory submission, String mail) throws Exception {
        return read(asked(Optional.of(new Domain("replies.example"))), submission, mail);
    }

    private static Optional<Conversation> read(RepliesAsked asked, BytesInMemory submission, String mail)
            throws Exception {
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, List.of());
        Content content = Content.of(mail.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
        return asked.of(submission.message(), MailQueue.SUBMIT, new Submitted(Optional.empty(), envelope,
                Optional.empty(), Lane.ORDINARY, Optional.empty(), content, () -> {
                }));
    }

    private static BytesInMemory asking(String queue) {
        return new BytesInMemory().with(PropertyNames.REPLIES, queue);
    }

    private static void isRefused(BytesInMemory submission, String mail, String why) {
        assertThatThrownBy(() -> read(submission, mail)).isInstanceOf(MalformedSubmissionException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void whoAsksForNothingIsNotAsked() throws Exception {
        assertThat(read(asked(Optional.empty()), new BytesInMemory(), "Reply-To: a@b.example||hello|")).isEmpty();
    }

    @Test
    void withoutADomainNobodyMayAsk() {
        assertThatThrownBy(() -> read(asked(Optional.empty()), asking("answers"), "Subject: x||hello|"))
                .isInstanceOf(MalformedSubmissionException.class)
                .hasMessage("postern_replies is not for this gateway, where replies.domain is not set");
    }

    @Test
    void mailThatSaysItselfWhereToAnswerIsRefused() {
        isRefused(asking("answers"), "Subject: x|REPLY-TO: a@b.example||hello|",
                "postern_replies is for mail without a field Reply-To of its own");
        isRefused(asking("answers"), "Subject: x|no field|Reply-To: a@b.example||hello|",
                "postern_replies is for mail with a header section of nothing but fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postern.submit", "postern.dead", "questions.shop", "a queue", "a::b", "#", "queue:a"})
    void aQueueThatNoApplicationMayHaveIsRefused(String queue) {
        isRefused(asking(queue), "Subject: x||hello|", "postern_replies names no queue");
    }

    @Test
    void aQueueWhereItMayNotWriteIsRefused() {
        isRefused(asking("answers"), "Subject: x||hello|", NOWHERE);
    }

    @Test
    void anEndIsNotOverAndNotTooFarAway() {
        long noon = NOON.toEpochMilli();
        long days = Duration.ofDays(30).toMillis();
        for (Object end : new Object[]{0L, noon, noon + days + 1, Long.MAX_VALUE, Long.MIN_VALUE, "soon", ""}) {
            isRefused(asking("answers").with(PropertyNames.REPLIES_UNTIL, end), "Subject: x||hello|",
                    "postern_repliesUntil is a time in milliseconds since 1970");
        }
        for (Object end : new Object[]{noon + 1, noon + days, Long.toString(noon + 1)}) {
            isRefused(asking("answers").with(PropertyNames.REPLIES_UNTIL, end), "Subject: x||hello|", NOWHERE);
        }
    }
}
