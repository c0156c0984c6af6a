package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.receiver.AtCommand;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;

import java.time.Duration;

/** Strangers who do not wait for the greeting. */
class EarlyTalkerTest {
    private static final Mailbox ANN = new Mailbox("ann", new Domain("here.example"));
    private final Strangers strangers = new Strangers();

    private static SessionFacts ofRole(ProtocolRole role) {
        SessionFacts known = Strangers.session("192.0.2.1");
        return SessionFacts.begun("s", "mx", role, "gateway.example", known.client(), known.local());
    }

    @Test
    void itWeighsAgainstTheirMail() throws Exception {
        SessionFacts session = Strangers.session("192.0.2.1");
        assertThat(strangers.examined(session, "a.example", "a.example", ANN).assessment().symbols())
                .extracting(Symbol::name)
                .doesNotContain("EARLY_TALKER");
        assertThat(strangers.examined(session.impatient(), "a.example", "a.example", ANN).assessment().symbols())
                .anySatisfy(symbol -> {
                    assertThat(symbol.name()).isEqualTo("EARLY_TALKER");
                    assertThat(symbol.weight()).isEqualTo(3);
                });
    }

    @Test
    void onlyServersAreWatchedAndRefused() {
        assertThat(strangers.admission(0).pause(ofRole(ProtocolRole.MX))).isEqualTo(Duration.ofSeconds(6));
        assertThat(strangers.admission(0).pause(ofRole(ProtocolRole.SUBMISSION))).isZero();
        assertThat(strangers.admission(0).early(ofRole(ProtocolRole.MX))).isInstanceOfSatisfying(AtCommand.Reject.class,
                refusal -> assertThat(refusal.reply()).isEqualTo(TrustReplies.TOO_EARLY));
        assertThat(strangers.admission(0).early(ofRole(ProtocolRole.SUBMISSION))).isEqualTo(AtCommand.ACCEPT);
    }
}
