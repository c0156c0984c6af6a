package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.bounce.Conversation;
import org.postern.bounce.Conversations;
import org.postern.bounce.ReplyAddresses;
import org.postern.bounce.ReturnKey;
import org.postern.bounce.ReturnKeys;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ConversationFilterTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ReturnKey KEY = new ReturnKey("K3Y0", "c2VjcmV0");
    private static final QueueId QUESTION = new QueueId("0123456789ABCDEF");

    private final Map<QueueId, Conversation> kept = new HashMap<>();
    private Instant now = NOON;
    private final ReplyAddresses addresses = new ReplyAddresses(Optional.of(new Domain("replies.example")),
            new ReturnKeys() {
                @Override
                public ReturnKey current() {
                    return KEY;
                }

                @Override
                public Optional<ReturnKey> find(String id) {
                    return Optional.of(KEY).filter(key -> key.id().equals(id));
                }
            }, new Conversations() {
                @Override
                public void keep(QueueId question, Conversation conversation) {
                    kept.put(question, conversation);
                }

                @Override
                public Optional<Conversation> find(QueueId question) {
                    return Optional.ofNullable(kept.get(question));
                }
            }, () -> now);
    private final ConversationFilter filter = new ConversationFilter(addresses);
    private final Mailbox address = addresses.open(QUESTION,
            new Conversation("answers", Optional.empty(), NOON.plus(Duration.ofDays(1))));

    private AtCommand verdict(Mailbox recipient) {
        return filter.rcpt(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY, Recipient.of(recipient));
    }

    private static AtCommand unknown() {
        return new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);
    }

    @Test
    void anAnswerIsTakenFromEveryone() {
        assertThat(verdict(address)).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void whatIsForgedOrOverOrForgottenIsRefusedInTheSameWords() {
        String local = address.localPart();
        char other = local.endsWith("0") ? '1' : '0';
        assertThat(verdict(new Mailbox(local.substring(0, local.length() - 1) + other, address.domain())))
                .isEqualTo(unknown());
        now = NOON.plus(Duration.ofDays(1));
        assertThat(verdict(address)).isEqualTo(unknown());
        now = NOON;
        kept.clear();
        assertThat(verdict(address)).isEqualTo(unknown());
    }

    @Test
    void otherAddressesAreLeftToOtherRules() {
        assertThat(verdict(new Mailbox("reply-me", address.domain()))).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void whatAnAnswerIsIsReadBehindTheReply() {
        assertThat(filter.concerns(envelope(address), Dialogue.header("Subject: x"))).isTrue();
        assertThat(filter.concerns(envelope(Dialogue.to("ann@replies.example").mailbox()),
                Dialogue.header("Subject: x"))).isFalse();
    }

    private static Envelope envelope(Mailbox recipient) {
        return new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(recipient)));
    }
}
