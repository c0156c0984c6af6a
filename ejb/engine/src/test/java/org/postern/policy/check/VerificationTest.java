package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.policy.Confidence;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.Identity;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.util.stream.IntStream;

class VerificationTest {
    private static final SessionFacts STRANGER = Dialogue.session(Dialogue.STRANGER);
    private static final SessionFacts FRIEND = Dialogue.session(Dialogue.FRIEND);
    private final Verification verification = new Verification(Dialogue.routes("a.example queue:a ann,bob", "* mx"),
            new Confidence(Dialogue.TRUSTED));

    @Test
    void strangersLearnNothing() {
        assertThat(verification.verify(STRANGER, "ann@a.example")).isEqualTo(Replies.CANNOT_VERIFY);
        assertThat(verification.verify(STRANGER, "nobody@a.example")).isEqualTo(Replies.CANNOT_VERIFY);
        assertThat(verification.expand(STRANGER, "staff")).isEqualTo(Replies.CANNOT_VERIFY);
    }

    @Test
    void trustedClientsAndUsersLearnTheTruth() {
        Reply ann = Reply.of(250, "2.1.5", "<ann@a.example>");
        assertThat(verification.verify(FRIEND, "ann@a.example")).isEqualTo(ann);
        assertThat(verification.verify(FRIEND, "<ann@a.example>")).isEqualTo(ann);
        assertThat(verification.verify(STRANGER.authenticated(new Identity("x", "PLAIN")), "ann@a.example"))
                .isEqualTo(ann);
        assertThat(verification.verify(FRIEND, "nobody@a.example")).isEqualTo(PolicyReplies.NO_SUCH_MAILBOX);
        assertThat(verification.expand(FRIEND, "staff")).isEqualTo(PolicyReplies.NO_SUCH_LIST);
    }

    @Test
    void whatLiesElsewhereIsForOthersToSay() {
        assertThat(verification.verify(FRIEND, "ann@elsewhere.example")).isEqualTo(Replies.CANNOT_VERIFY);
        assertThat(verification.verify(FRIEND, "ann")).isEqualTo(Replies.CANNOT_VERIFY);
    }

    @Test
    void trustedClientsAreShownWhomAnAliasStandsFor() {
        String[] members = IntStream.range(0, 102).mapToObj(i -> "m" + i + "@b.example").toArray(String[]::new);
        Verification aliased = new Verification(
                Dialogue.with(Dialogue.routes("a.example queue:a"), "staff@a.example", members),
                new Confidence(Dialogue.TRUSTED));
        assertThat(aliased.expand(FRIEND, "<Staff@a.example>").lines()).hasSize(101)
                .startsWith("<m0@b.example>", "<m1@b.example>")
                .endsWith("and 2 others");
        assertThat(aliased.expand(FRIEND, "nobody@a.example")).isEqualTo(PolicyReplies.NO_SUCH_LIST);
        assertThat(aliased.expand(STRANGER, "staff@a.example")).isEqualTo(Replies.CANNOT_VERIFY);
        assertThat(aliased.verify(FRIEND, "staff@a.example").code()).isEqualTo(250);
    }
}
