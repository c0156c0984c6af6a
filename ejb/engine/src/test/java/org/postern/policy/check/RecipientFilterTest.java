package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;

class RecipientFilterTest {
    private final RecipientFilter filter = new RecipientFilter(Dialogue.routes("a.example queue:a alice,bob",
            "b.example queue:b", "vip@c.example queue:c", "* mx"));

    private AtCommand verdict(String recipient) {
        return filter.rcpt(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY, Dialogue.to(recipient));
    }

    private static AtCommand unknown() {
        return new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);
    }

    @Test
    void whoIsOnTheListExists() {
        assertThat(verdict("alice@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict("Alice@A.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict("carol@a.example")).isEqualTo(unknown());
    }

    @Test
    void withoutAListEveryoneExists() {
        assertThat(verdict("anyone@b.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict("anyone@foreign.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void whereSingleMailboxesHaveRoutesTheOthersDoNotExist() {
        assertThat(verdict("vip@c.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict("other@c.example")).isEqualTo(unknown());
    }

    @Test
    void thePostmasterExistsEverywhere() {
        assertThat(verdict("postmaster@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict("POSTMASTER@c.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void tagsAreNobodysName() {
        assertThat(verdict("alice+news@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict("carol+news@a.example")).isEqualTo(unknown());
        assertThat(verdict("vip+x@c.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void whoStandsForOthersExists() {
        RecipientFilter aliased = new RecipientFilter(
                Dialogue.with(Dialogue.routes("a.example queue:a alice"), "sales@a.example", "x@b.example"));
        assertThat(aliased.rcpt(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY, Dialogue.to("sales@a.example")))
                .isEqualTo(AtCommand.ACCEPT);
        assertThat(aliased.rcpt(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY, Dialogue.to("bob@a.example")))
                .isEqualTo(unknown());
    }
}
