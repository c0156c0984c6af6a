package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.config.Strictness;
import org.postern.dns.Memory;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;

import java.time.Duration;
import java.time.InstantSource;

class HeloNameFilterTest {
    private final Names dns = new Names().address("mail.example", "203.0.113.1");

    private HeloNameFilter filter(Strictness strictness) {
        return new HeloNameFilter(strictness, Dialogue.TRUSTED, dns,
                new Memory<>(InstantSource.system(), answer -> Duration.ofHours(1), 10));
    }

    private AtCommand verdict(String client, String helo) {
        return filter(Strictness.REFUSE).helo(Dialogue.greeted(client, helo));
    }

    @Test
    void refusesANameThatDoesNotExist() {
        assertThat(verdict(Dialogue.STRANGER, "none.example")).isEqualTo(
                new AtCommand.Reject(PolicyReplies.NO_SUCH_HELO_NAME, Reason.setting("policy.helo-name")));
    }

    @Test
    void takesANameThatExistsEvenIfItIsAnotherAddresss() {
        assertThat(verdict(Dialogue.STRANGER, "Mail.Example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void defersWhenTheDnsIsSilent() {
        assertThat(verdict(Dialogue.STRANGER, "silent.example")).isEqualTo(
                new AtCommand.Defer(PolicyReplies.DNS_SILENT));
    }

    @Test
    void doesNotLookUpLiteralsAndFriends() {
        assertThat(verdict(Dialogue.STRANGER, "[192.0.2.9]")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict(Dialogue.FRIEND, "none.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(dns.questions).isZero();
    }

    @Test
    void notesAndLetsPass() {
        HeloNameFilter filter = filter(Strictness.NOTE);
        assertThat(filter.helo(Dialogue.greeted(Dialogue.STRANGER, "none.example"))).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter.finding(Dialogue.greeted(Dialogue.STRANGER, "none.example")))
                .contains(Symbol.noted("NO_HELO_NAME", "HELO name does not exist"));
        assertThat(filter(Strictness.OFF).finding(Dialogue.greeted(Dialogue.STRANGER, "none.example"))).isEmpty();
    }
}
