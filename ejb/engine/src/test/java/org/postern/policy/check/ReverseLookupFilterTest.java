package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.config.Strictness;
import org.postern.dns.ClientNames;
import org.postern.dns.Memory;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;

import java.time.Duration;
import java.time.InstantSource;

class ReverseLookupFilterTest {
    private final Names dns = new Names().name("192.0.2.9", "mail.example")
            .address("mail.example", "192.0.2.9")
            .name("192.0.2.11", "silent");

    private ReverseLookupFilter filter(Strictness strictness) {
        return new ReverseLookupFilter(strictness,
                new ClientNames(dns, client -> strictness != Strictness.OFF && !Dialogue.TRUSTED.contains(client),
                        new Memory<>(InstantSource.system(), answer -> Duration.ofHours(1), 10)));
    }

    @Test
    void refusesWhoHasNoNameThatLeadsBack() {
        ReverseLookupFilter filter = filter(Strictness.REFUSE);
        assertThat(filter.connect(Dialogue.session("192.0.2.9"))).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter.connect(Dialogue.session("192.0.2.10"))).isEqualTo(
                new AtCommand.Reject(PolicyReplies.NO_CLIENT_NAME, Reason.setting("policy.reverse-lookup")));
        assertThat(filter.connect(Dialogue.session("192.0.2.11"))).isEqualTo(
                new AtCommand.Defer(PolicyReplies.DNS_SILENT));
        assertThat(filter.connect(Dialogue.session(Dialogue.FRIEND))).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void notesAndLetsPass() {
        ReverseLookupFilter filter = filter(Strictness.NOTE);
        assertThat(filter.connect(Dialogue.session("192.0.2.10"))).isEqualTo(AtCommand.ACCEPT);
        assertThat(dns.questions).isZero();
        assertThat(filter.finding(Dialogue.session("192.0.2.10")))
                .contains(Symbol.noted("NO_CLIENT_NAME", "client without a name that leads back"));
        assertThat(filter.finding(Dialogue.session("192.0.2.9")))
                .contains(Symbol.noted("CLIENT_NAME", "client name mail.example"));
    }

    @Test
    void asksNobodyWhenOff() {
        ReverseLookupFilter filter = filter(Strictness.OFF);
        assertThat(filter.connect(Dialogue.session("192.0.2.10"))).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter.finding(Dialogue.session("192.0.2.10"))).isEmpty();
        assertThat(dns.questions).isZero();
    }
}
