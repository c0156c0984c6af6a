package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.limit.InMemoryCounters;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Identity;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.time.Instant;

class RateFilterTest {
    private static final Rates OFF = new Rates(0, 0, 0, 0, 0, 0);
    private Instant now = Instant.EPOCH;

    private RateFilter filter(Rates rates) {
        return new RateFilter(() -> rates, Dialogue.TRUSTED, new InMemoryCounters(() -> now, 100));
    }

    private static AtCommand later(Reply reply, String setting) {
        return new AtCommand.Defer(reply, Reason.setting(setting));
    }

    private static AtCommand mail(RateFilter filter, SessionFacts session) {
        return filter.mail(session, ReversePath.NULL, Parameters.NONE);
    }

    private static AtCommand rcpt(RateFilter filter, SessionFacts session) {
        return filter.rcpt(session, Dialogue.EMPTY, Dialogue.to("x@a.example"));
    }

    private static SessionFacts user(String name, String client) {
        return Dialogue.session(client).authenticated(new Identity(name, "PLAIN"));
    }

    @Test
    void aNetworkConnectsSoOftenAndNoOftener() {
        RateFilter filter = filter(new Rates(2, 0, 0, 0, 0, 0));
        SessionFacts stranger = Dialogue.session(Dialogue.STRANGER);
        filter.connect(stranger);
        assertThat(filter.connect(stranger)).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter.connect(stranger)).isEqualTo(later(PolicyReplies.TOO_MANY_CONNECTIONS, "rate.connections"));
        assertThat(filter.connect(Dialogue.session("192.0.2.10"))).isEqualTo(AtCommand.ACCEPT);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(filter.connect(stranger)).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void trustedNetworksAreNotCounted() {
        RateFilter filter = filter(new Rates(1, 1, 1, 0, 1, 0));
        SessionFacts friend = Dialogue.session(Dialogue.FRIEND);
        for (int i = 0; i < 3; i++) {
            assertThat(filter.connect(friend)).isEqualTo(AtCommand.ACCEPT);
            assertThat(mail(filter, friend)).isEqualTo(AtCommand.ACCEPT);
            assertThat(rcpt(filter, friend)).isEqualTo(AtCommand.ACCEPT);
        }
    }

    @Test
    void tooManyCommandsEndTheSession() {
        RateFilter filter = filter(new Rates(0, 2, 0, 0, 0, 0));
        SessionFacts stranger = Dialogue.session(Dialogue.STRANGER);
        filter.helo(stranger);
        mail(filter, stranger);
        assertThat(rcpt(filter, stranger)).isEqualTo(later(PolicyReplies.TOO_MANY_COMMANDS, "rate.commands"));
        assertThat(PolicyReplies.TOO_MANY_COMMANDS.code()).isEqualTo(421);
    }

    @Test
    void aUserIsCountedWhereverTheyAreAndForNobodyElse() {
        RateFilter filter = filter(new Rates(0, 0, 1, 1, 0, 1));
        assertThat(mail(filter, user("alice", Dialogue.STRANGER))).isEqualTo(AtCommand.ACCEPT);
        assertThat(mail(filter, user("Alice", Dialogue.FRIEND)))
                .isEqualTo(later(PolicyReplies.TOO_MANY_MESSAGES, "rate.user-messages"));
        assertThat(mail(filter, user("bob", Dialogue.STRANGER))).isEqualTo(AtCommand.ACCEPT);
        assertThat(rcpt(filter, user("alice", Dialogue.STRANGER))).isEqualTo(AtCommand.ACCEPT);
        assertThat(rcpt(filter, user("alice", Dialogue.FRIEND)))
                .isEqualTo(later(PolicyReplies.TOO_MANY_RECIPIENTS, "rate.user-recipients"));
    }

    @Test
    void recipientsAreCountedForAnHour() {
        RateFilter filter = filter(new Rates(0, 0, 0, 0, 1, 0));
        SessionFacts stranger = Dialogue.session(Dialogue.STRANGER);
        rcpt(filter, stranger);
        now = now.plus(Duration.ofMinutes(50));
        assertThat(rcpt(filter, stranger)).isEqualTo(later(PolicyReplies.TOO_MANY_RECIPIENTS, "rate.recipients"));
    }

    @Test
    void whoNeverStopsAskingIsSlowedDownNotShutOut() {
        RateFilter filter = filter(new Rates(0, 0, 10, 0, 0, 0));
        SessionFacts stranger = Dialogue.session(Dialogue.STRANGER);
        int passed = 0;
        for (int second = 0; second < 600; second++) {
            passed += mail(filter, stranger).equals(AtCommand.ACCEPT) ? 1 : 0;
            now = now.plusSeconds(1);
        }
        assertThat(passed).isBetween(90, 110);
    }

    @Test
    void nothingIsLimitedWhenSwitchedOff() {
        RateFilter filter = filter(OFF);
        SessionFacts stranger = Dialogue.session(Dialogue.STRANGER);
        for (int i = 0; i < 1000; i++) {
            assertThat(filter.connect(stranger)).isEqualTo(AtCommand.ACCEPT);
            assertThat(mail(filter, stranger)).isEqualTo(AtCommand.ACCEPT);
        }
    }
}
